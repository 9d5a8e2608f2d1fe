package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/cognito"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		pool, err := cognito.NewUserPool(ctx, "customers", nil)
		if err != nil {
			return err
		}
		_, err = cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{
			UserPoolId:            pool.ID(),
			EnableTokenRevocation: pulumi.Bool(false),
		})
		return err
	})
}
