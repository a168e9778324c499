package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go/securesignalr"
	"github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go/securesignalr/compliance"
	"github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go/securesignalr/observability"
	"github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go/securesignalr/signalr"
	"github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

// ownNames names one role, and leaves the others to the library.
type ownNames struct {
	signalrName string
}

func (names *ownNames) NameOf(request *securesignalr.NameRequest) *string {
	if *request.Role == "signalr" {
		return jsii.String(names.signalrName)
	}
	return nil
}

// teamTag asks for a tag of every SignalR service.
type teamTag struct {
	compliance.ComplianceRule
}

func newTeamTag() compliance.ComplianceRule {
	rule := &teamTag{}
	compliance.NewComplianceRule_Override(rule, &compliance.ComplianceRuleProps{
		Id:            jsii.String("CHAT1"),
		Name:          jsii.String("TeamTag"),
		Severity:      compliance.Severity_WARNING,
		ResourceTypes: jsii.Strings("azurerm_signalr_service"),
		Summary:       jsii.String("Every SignalR service has a tag team."),
		Explanation:   jsii.String("Alerts go to the team."),
		Fix:           jsii.String("Set tags of the service."),
		Link:          jsii.String("https://wiki.example.com/cloud/tags"),
	})
	return rule
}

func (rule *teamTag) Evaluate(
	service compliance.JudgedResource,
	_ compliance.JudgedConfiguration,
) compliance.RuleVerdict {
	tag := service.At(jsii.String("tags")).Entry(jsii.String("team"))
	return compliance.RuleVerdict_Of(
		tag.IsGiven(), jsii.String("it has a tag team"), jsii.String("it has no tag team"))
}

func mistake(define func()) {
	defer fmt.Println("-----")
	defer func() {
		if problem := recover(); problem != nil {
			fmt.Println(problem)
		} else {
			fmt.Println("No error.")
		}
	}()
	define()
}

func stackOf(app cdktf.App, name string) cdktf.TerraformStack {
	stack := cdktf.NewTerraformStack(app, jsii.String(name))
	provider.NewAzurermProvider(stack, jsii.String("azurerm"), &provider.AzurermProviderConfig{
		Features: &[]*provider.AzurermProviderFeatures{{}},
	})
	return stack
}

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := stackOf(app, "features")
	owner := cdktf.NewTerraformVariable(stack, jsii.String("owner"), &cdktf.TerraformVariableConfig{
		Type: jsii.String("string"),
	})

	chat := securesignalr.NewSecureSignalRApp(stack, jsii.String("Chat"), &securesignalr.SecureSignalRAppProps{
		Location:         jsii.String("centralus"),
		Environment:      jsii.String("prod"),
		Sku:              signalr.Sku_Premium(jsii.Number(2)),
		Naming:           securesignalr.Naming_Custom(&ownNames{"sigr-of-our-own"}),
		AllowedOrigins:   jsii.Strings("https://chat.example.com"),
		Tags:             &map[string]*string{"team": jsii.String("chat"), "owner": owner.StringValue()},
		SignalrAutoscale: &observability.AutoscaleOptions{Minimum: jsii.Number(1), Maximum: jsii.Number(5)},
		SignalrSettings: &signalr.SignalRServiceSettings{
			LogTypes: &[]signalr.LogType{signalr.LogType_CONNECTIVITY},
			Lock:     jsii.Bool(true),
		},
	})
	chat.AddOutputs()
	securesignalr.NewSecureServerlessSignalR(stack, jsii.String("Jobs"), &securesignalr.SecureServerlessSignalRProps{
		Location:    jsii.String("westeurope"),
		Environment: jsii.String("test"),
	})

	report := compliance.SecurityBaseline_Evaluate(stack, &compliance.SecurityBaselineOptions{
		Rules: &[]compliance.ComplianceRule{newTeamTag()},
	})
	app.Synth()
	file := filepath.Join(*app.Outdir(), "report.json")
	if err := os.WriteFile(file, []byte(*report.ToJson()), 0o644); err != nil {
		panic(err)
	}

	wrong := stackOf(cdktf.NewApp(nil), "wrong")
	define := func(id string, props *securesignalr.SecureSignalRAppProps) func() {
		return func() { securesignalr.NewSecureSignalRApp(wrong, jsii.String(id), props) }
	}
	place := jsii.String("centralus")
	mistake(define("Place", &securesignalr.SecureSignalRAppProps{
		Location:    jsii.String(""),
		Environment: jsii.String("prod!"),
	}))
	mistake(define("Free", &securesignalr.SecureSignalRAppProps{Location: place, Sku: signalr.Sku_Free()}))
	mistake(define("Open", &securesignalr.SecureSignalRAppProps{
		Location:       place,
		AllowedOrigins: jsii.Strings("*", ""),
	}))
	mistake(define("Named", &securesignalr.SecureSignalRAppProps{
		Location: place,
		Naming:   securesignalr.Naming_Custom(&ownNames{"not a name"}),
	}))
	// What the generated package itself finds.
	mistake(define("Missing", &securesignalr.SecureSignalRAppProps{Environment: jsii.String("prod")}))
}
