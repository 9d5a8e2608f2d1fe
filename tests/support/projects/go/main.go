package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		customers, err := cognito.NewUserPool(ctx, "customers", &cognito.UserPoolArgs{
			UserPoolTier: pulumi.String("LITE"),
		})
		if err != nil {
			return err
		}
		_, err = cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{
			UserPoolId:          customers.ID(),
			AccessTokenValidity: pulumi.Int(60),
			ExplicitAuthFlows:   pulumi.StringArray{pulumi.String("ALLOW_USER_AUTH")},
		})
		return err
	})
}
