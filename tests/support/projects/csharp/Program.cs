using Pulumi;
using Aws = Pulumi.Aws;

return await Deployment.RunAsync(() =>
{
    var customers = new Aws.Cognito.UserPool("customers", new() { UserPoolTier = "LITE" });

    var web = new Aws.Cognito.UserPoolClient("web", new()
    {
        UserPoolId = customers.Id,
        AccessTokenValidity = 60,
        ExplicitAuthFlows = new[] { "ALLOW_USER_AUTH" },
    });
});
