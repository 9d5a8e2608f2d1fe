import pulumi_aws as aws

customers = aws.cognito.UserPool("customers", user_pool_tier="LITE")

web = aws.cognito.UserPoolClient(
    "web",
    user_pool_id=customers.id,
    access_token_validity=60,
    explicit_auth_flows=["ALLOW_USER_AUTH"],
)
