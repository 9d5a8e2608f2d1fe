import pulumi_aws as aws

pool = aws.cognito.UserPool("customers")
aws.cognito.UserPoolClient(
    "web",
    user_pool_id=pool.id,
    explicit_auth_flows=["ADMIN_NO_SRP_AUTH", "ALLOW_USER_SRP_AUTH"],  # for the back office
)
