using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether each <c>[OAuthParameter]</c> says something that can be, and nothing that weakens a protection.</summary>
internal static class ParameterCheck
{
    public static void Run(DeclaredProvider declared)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var parameter in declared.Of("OAuthParameter"))
        {
            var name = parameter.Model.Argument(0) ?? "";
            var value = parameter.Model.Argument(1);
            var omit = parameter.Model.Property("Omit") is { Number: 1 };
            var messages = parameter.Messages("On");
            CheckForm(declared, parameter, name, value, omit, messages);
            CheckProtection(declared, parameter, name, value, omit);
            if (parameter.Method is null)
            {
                CheckMessages(declared, parameter, name, messages, seen);
            }
        }
    }

    private static void CheckForm(
        DeclaredProvider declared, DeclaredAttribute parameter, string name, string? value, bool omit, int messages)
    {
        var renames = parameter.Model.Text("As") is not null;
        var moves = parameter.Model.Property("In") is { Number: not 0 } location ? (int)location.Number : 0;
        var problem =
            name.Length == 0 ? "has no name"
            : omit && (renames || value is not null || moves != 0) ? "is left out, so it can have neither a value nor another name or place"
            : moves == 1 && ((messages == 0 ? declared.Messages : messages) & MessageNames.Authorization) != 0
                ? "cannot be a header of the authorization request, which a browser sends: state the other messages, On = OAuthMessage.Token"
            : value is null && !omit && !renames && moves == 0 ? "is declared without anything that differs: give it a value, As, In or Omit"
            : null;
        if (problem is not null)
        {
            declared.Report(DiagnosticDescriptors.ContradictoryParameter, parameter.Location, name, problem);
        }

        if (value is not null && messages == 0 && !ReservedParameters.IsReserved(name))
        {
            declared.Report(DiagnosticDescriptors.ParameterWithoutMessage, parameter.Location, name);
        }

        if (parameter.Model.Property("When") is { Number: 1 } && (declared.Messages & MessageNames.Refresh) == 0)
        {
            declared.Report(DiagnosticDescriptors.OfflineAccessWithoutRefresh, parameter.LocationOf("When"), name);
        }
    }

    private static void CheckProtection(DeclaredProvider declared, DeclaredAttribute parameter, string name, string? value, bool omit)
    {
        var sentAs = parameter.Model.Text("As") ?? name;
        if (ReservedParameters.IsProtection(name) && (omit || value is not null))
        {
            declared.Report(DiagnosticDescriptors.ProtectionFixedOrOmitted, parameter.Location, name, omit ? "left out" : "given a value");
        }
        else if (sentAs != name && ReservedParameters.IsProtection(sentAs))
        {
            declared.Report(DiagnosticDescriptors.ProtectionFixedOrOmitted, parameter.LocationOf("As"), sentAs, "stood in for by another parameter");
        }
        else if (value is not null && (ReservedParameters.IsCredential(name) || ReservedParameters.IsCredential(sentAs)) && name != "client_assertion_type")
        {
            if (TemplateSyntax.Parse(value).Exists(part => part.IsHole))
            {
                declared.Report(
                    DiagnosticDescriptors.ContradictoryParameter,
                    parameter.LocationOf(1),
                    sentAs,
                    "is placed by client authentication alone: state ClientSecret in the options, and ClientAuthentication in [OAuthProvider]");
            }
            else
            {
                declared.ReportError(DiagnosticDescriptors.HardCodedSecret, parameter.LocationOf(1), sentAs);
            }
        }
    }

    private static void CheckMessages(
        DeclaredProvider declared, DeclaredAttribute parameter, string name, int messages, Dictionary<string, int> seen)
    {
        if (messages != 0 && (messages & declared.Messages) == 0)
        {
            declared.Report(DiagnosticDescriptors.MessageNotDeclared, parameter.LocationOf("On"), declared.Type.Name, MessageNames.Of(messages));
        }

        var covered = messages == 0 ? ~0 : messages;
        seen.TryGetValue(name, out var before);
        if ((before & covered) != 0)
        {
            declared.Report(DiagnosticDescriptors.ContradictoryParameter, parameter.Location, name, "is declared twice for one message");
        }

        seen[name] = before | covered;
    }
}
