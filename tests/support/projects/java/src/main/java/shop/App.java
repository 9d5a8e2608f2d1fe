package shop;

import com.pulumi.Pulumi;
import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.UserPoolArgs;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;

public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            var customers = new UserPool("customers", UserPoolArgs.builder().userPoolTier("LITE").build());

            var web = new UserPoolClient("web", UserPoolClientArgs.builder()
                .userPoolId(customers.id())
                .accessTokenValidity(60)
                .explicitAuthFlows("ALLOW_USER_AUTH")
                .build());
        });
    }
}
