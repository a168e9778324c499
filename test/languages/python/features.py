from pathlib import Path

import jsii
from cdktf import App, TerraformStack, TerraformVariable
from cdktf_azure_secure_signalr import INaming, Naming, SecureServerlessSignalR, SecureSignalRApp, compliance, signalr
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures


@jsii.implements(INaming)
class OwnNames:
    """Names one role, and leaves the others to the library."""

    def __init__(self, signalr_name):
        self.signalr_name = signalr_name

    def name_of(self, request):
        return self.signalr_name if request.role == "signalr" else None


class TeamTag(compliance.ComplianceRule):
    """Asks for a tag of every SignalR service."""

    def __init__(self):
        super().__init__(
            id="CHAT1",
            name="TeamTag",
            severity=compliance.Severity.WARNING,
            resource_types=["azurerm_signalr_service"],
            summary="Every SignalR service has a tag team.",
            explanation="Alerts go to the team.",
            fix="Set tags of the service.",
            link="https://wiki.example.com/cloud/tags",
        )

    @jsii.member(jsii_name="evaluate")
    def evaluate(self, resource, configuration):
        tag = resource.at("tags").entry("team")
        return compliance.RuleVerdict.of(tag.is_given, "it has a tag team", "it has no tag team")


def mistake(define):
    try:
        define()
        print("No error.")
    except Exception as error:
        print(error)
    print("-----")


app = App()
stack = TerraformStack(app, "features")
AzurermProvider(stack, "azurerm", features=[AzurermProviderFeatures()])
owner = TerraformVariable(stack, "owner", type="string")

chat = SecureSignalRApp(
    stack,
    "Chat",
    location="centralus",
    environment="prod",
    sku=signalr.Sku.premium(2),
    naming=Naming.custom(OwnNames("sigr-of-our-own")),
    allowed_origins=["https://chat.example.com"],
    tags={"team": "chat", "owner": owner.string_value},
    signalr_autoscale={"minimum": 1, "maximum": 5},
    signalr_settings=signalr.SignalRServiceSettings(log_types=[signalr.LogType.CONNECTIVITY], lock=True),
)
chat.add_outputs()
SecureServerlessSignalR(stack, "Jobs", location="westeurope", environment="test")

report = compliance.SecurityBaseline.evaluate(stack, rules=[TeamTag()])
app.synth()
Path(app.outdir, "report.json").write_text(report.to_json(), encoding="utf-8")

wrong = TerraformStack(App(), "wrong")
AzurermProvider(wrong, "azurerm", features=[AzurermProviderFeatures()])
mistake(lambda: SecureSignalRApp(wrong, "Place", location="", environment="prod!"))
mistake(lambda: SecureSignalRApp(wrong, "Free", location="centralus", sku=signalr.Sku.free()))
mistake(lambda: SecureSignalRApp(wrong, "Open", location="centralus", allowed_origins=["*", ""]))
mistake(
    lambda: SecureSignalRApp(wrong, "Named", location="centralus", naming=Naming.custom(OwnNames("not a name")))
)
# What the generated package itself finds.
mistake(lambda: SecureSignalRApp(wrong, "Missing", environment="prod"))
mistake(lambda: SecureSignalRApp(wrong, "Misspelt", locaton="centralus"))
mistake(lambda: SecureSignalRApp(wrong, "Type", location="centralus", sku="Standard_S1"))
