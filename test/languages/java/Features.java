import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import io.github.cdktf_azure_secure_signalr.INaming;
import io.github.cdktf_azure_secure_signalr.NameRequest;
import io.github.cdktf_azure_secure_signalr.Naming;
import io.github.cdktf_azure_secure_signalr.SecureServerlessSignalR;
import io.github.cdktf_azure_secure_signalr.SecureSignalRApp;
import io.github.cdktf_azure_secure_signalr.compliance.ComplianceReport;
import io.github.cdktf_azure_secure_signalr.compliance.ComplianceRule;
import io.github.cdktf_azure_secure_signalr.compliance.ComplianceRuleProps;
import io.github.cdktf_azure_secure_signalr.compliance.JudgedConfiguration;
import io.github.cdktf_azure_secure_signalr.compliance.JudgedResource;
import io.github.cdktf_azure_secure_signalr.compliance.RuleVerdict;
import io.github.cdktf_azure_secure_signalr.compliance.SecurityBaseline;
import io.github.cdktf_azure_secure_signalr.compliance.SecurityBaselineOptions;
import io.github.cdktf_azure_secure_signalr.compliance.Severity;
import io.github.cdktf_azure_secure_signalr.observability.AutoscaleOptions;
import io.github.cdktf_azure_secure_signalr.signalr.LogType;
import io.github.cdktf_azure_secure_signalr.signalr.SignalRServiceSettings;
import io.github.cdktf_azure_secure_signalr.signalr.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

public class Features {
    /** Names one role, and leaves the others to the library. */
    static class OwnNames implements INaming {
        private final String signalrName;

        OwnNames(String signalrName) {
            this.signalrName = signalrName;
        }

        @Override
        public String nameOf(NameRequest request) {
            return request.getRole().equals("signalr") ? signalrName : null;
        }
    }

    /** Asks for a tag of every SignalR service. */
    static class TeamTag extends ComplianceRule {
        TeamTag() {
            super(ComplianceRuleProps.builder()
                .id("CHAT1")
                .name("TeamTag")
                .severity(Severity.WARNING)
                .resourceTypes(List.of("azurerm_signalr_service"))
                .summary("Every SignalR service has a tag team.")
                .explanation("Alerts go to the team.")
                .fix("Set tags of the service.")
                .link("https://wiki.example.com/cloud/tags")
                .build());
        }

        @Override
        public RuleVerdict evaluate(JudgedResource service, JudgedConfiguration configuration) {
            return RuleVerdict.of(
                service.at("tags").entry("team").getIsGiven(), "it has a tag team", "it has no tag team");
        }
    }

    static void mistake(Runnable define) {
        try {
            define.run();
            System.out.println("No error.");
        } catch (RuntimeException error) {
            System.out.println(error.getMessage());
        }
        System.out.println("-----");
    }

    static TerraformStack stackOf(App app, String name) {
        TerraformStack stack = new TerraformStack(app, name);
        AzurermProvider.Builder.create(stack, "azurerm")
            .features(List.of(AzurermProviderFeatures.builder().build()))
            .build();
        return stack;
    }

    public static void main(String[] args) throws IOException {
        App app = new App();
        TerraformStack stack = stackOf(app, "features");
        TerraformVariable owner = TerraformVariable.Builder.create(stack, "owner").type("string").build();

        SecureSignalRApp chat = SecureSignalRApp.Builder.create(stack, "Chat")
            .location("centralus")
            .environment("prod")
            .sku(Sku.premium(2))
            .naming(Naming.custom(new OwnNames("sigr-of-our-own")))
            .allowedOrigins(List.of("https://chat.example.com"))
            .tags(Map.of("team", "chat", "owner", owner.getStringValue()))
            .signalrAutoscale(AutoscaleOptions.builder().minimum(1).maximum(5).build())
            .signalrSettings(SignalRServiceSettings.builder()
                .logTypes(List.of(LogType.CONNECTIVITY))
                .lock(true)
                .build())
            .build();
        chat.addOutputs();
        SecureServerlessSignalR.Builder.create(stack, "Jobs").location("westeurope").environment("test").build();

        ComplianceReport report = SecurityBaseline.evaluate(
            stack, SecurityBaselineOptions.builder().rules(List.of(new TeamTag())).build());
        app.synth();
        Files.writeString(Path.of(app.getOutdir(), "report.json"), report.toJson());

        TerraformStack wrong = stackOf(new App(), "wrong");
        mistake(() -> SecureSignalRApp.Builder.create(wrong, "Place").location("").environment("prod!").build());
        mistake(() -> SecureSignalRApp.Builder.create(wrong, "Free").location("centralus").sku(Sku.free()).build());
        mistake(() -> SecureSignalRApp.Builder.create(wrong, "Open")
            .location("centralus")
            .allowedOrigins(List.of("*", ""))
            .build());
        mistake(() -> SecureSignalRApp.Builder.create(wrong, "Named")
            .location("centralus")
            .naming(Naming.custom(new OwnNames("not a name")))
            .build());
        // What the generated package itself finds.
        mistake(() -> SecureSignalRApp.Builder.create(wrong, "Missing").environment("prod").build());
    }
}
