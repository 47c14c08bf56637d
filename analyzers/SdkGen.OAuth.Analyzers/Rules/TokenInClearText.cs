using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5005: a token is stored as it is.</summary>
internal static class TokenInClearText
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.TokenInClearText);

    private static void Run(CodeFile file)
    {
        if (TestCode.Weigh(file, DiagnosticSeverity.Warning) is not { } severity)
        {
            return;
        }

        var secrets = new SecretReader(file);
        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is { } name && Store(file, call, name) is { } store)
            {
                foreach (var argument in call.ArgumentList.Arguments.Skip(1))
                {
                    Check(argument.Expression, store);
                }

                if (call.ArgumentList.Arguments.Count == 1)
                {
                    Check(call.ArgumentList.Arguments[0].Expression, store);
                }
            }
        }

        foreach (var assignment in file.Assignments)
        {
            if (Store(assignment.Left) is { } store)
            {
                Check(assignment.Right, store);
            }
        }

        void Check(ExpressionSyntax value, string store)
        {
            foreach (var secret in secrets.In(value))
            {
                if (secret.Kind is SecretKind.Token or SecretKind.TokenReply or SecretKind.ClientSecret && !IsProtected(file, secret.Node))
                {
                    file.Report(
                        DiagnosticDescriptors.TokenInClearText,
                        secret.Node.GetLocation(),
                        severity,
                        secret.Name,
                        secret.Kind switch { SecretKind.Token => "a token", SecretKind.TokenReply => "the reply of a token endpoint", _ => "a credential of the client" },
                        store);
                    break;
                }
            }
        }
    }

    private static string? Store(CodeFile file, InvocationExpressionSyntax call, string name)
    {
        var receiver = CodeFile.ReceiverOf(call)?.ToString() ?? "";
        switch (name)
        {
            case "WriteAllText" or "WriteAllTextAsync" or "WriteAllBytes" or "WriteAllBytesAsync" or "WriteAllLines" or "WriteAllLinesAsync" or "AppendAllText" or "AppendAllTextAsync"
                or "WriteTextAsync":
                return "a file";
            case "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync"
                when CodeFile.ReceiverOf(call) is IdentifierNameSyntax writer && file.Values.Given(writer) is [var given, ..] && IsFileWriter(given):
                return "a file";
            case "Set" when receiver.EndsWith("Preferences", StringComparison.Ordinal) || receiver.EndsWith("Preferences.Default", StringComparison.Ordinal):
                return "the preferences";
            case "SetString" when receiver.EndsWith("PlayerPrefs", StringComparison.Ordinal):
                return "the preferences";
            case "PutString" when receiver.IndexOf("pref", StringComparison.OrdinalIgnoreCase) >= 0 || receiver.IndexOf("edit", StringComparison.OrdinalIgnoreCase) >= 0:
                return "the preferences";
            case "SetValue" when receiver.IndexOf("Registry", StringComparison.OrdinalIgnoreCase) >= 0 || receiver.IndexOf("regkey", StringComparison.OrdinalIgnoreCase) >= 0:
                return "the registry";
            case "SetItem" or "SetItemAsync" or "SetItemAsStringAsync" or "SetAsync"
                when receiver.IndexOf("localStorage", StringComparison.OrdinalIgnoreCase) >= 0 || receiver.IndexOf("sessionStorage", StringComparison.OrdinalIgnoreCase) >= 0:
                return "the browser's storage";
            case "InvokeVoidAsync" or "InvokeAsync"
                when call.ArgumentList.Arguments is [{ Expression: var function }, ..] && file.Constant(function) is "localStorage.setItem" or "sessionStorage.setItem":
                return "the browser's storage";
            default:
                return null;
        }
    }

    private static string? Store(ExpressionSyntax target)
    {
        var owner = target switch
        {
            MemberAccessExpressionSyntax member => member.Expression.ToString(),
            ElementAccessExpressionSyntax element => element.Expression.ToString(),
            _ => "",
        };
        return owner.EndsWith("Settings.Default", StringComparison.Ordinal) ? "the settings"
            : owner.EndsWith("ocalSettings.Values", StringComparison.Ordinal) || owner.EndsWith("oamingSettings.Values", StringComparison.Ordinal) ? "the settings"
            : owner.EndsWith("IsolatedStorageSettings.ApplicationSettings", StringComparison.Ordinal) ? "the settings"
            : owner is "Application.Current.Properties" or "App.Current.Properties" ? "the settings"
            : null;
    }

    private static bool IsFileWriter(ExpressionSyntax given) =>
        given.ToString() is var text && (text.IndexOf("StreamWriter(", StringComparison.Ordinal) >= 0 || text.IndexOf("File.CreateText", StringComparison.Ordinal) >= 0
            || text.IndexOf("File.AppendText", StringComparison.Ordinal) >= 0)
        && text.IndexOf("Stream(", StringComparison.Ordinal) < 0;

    /// <summary>A variable that was given what an encrypting call returned has a token's name and is none.</summary>
    private static bool IsProtected(CodeFile file, ExpressionSyntax value) =>
        value is IdentifierNameSyntax
        && (file.Values.Given(value).Any(Encrypts)
            || file.Assignments.Any(assignment => assignment.SpanStart < value.SpanStart && assignment.Left.ToString() == value.ToString() && Encrypts(assignment.Right)));

    private static bool Encrypts(ExpressionSyntax given) =>
        given.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(
            call => Words.Of(CodeFile.NameOf(call)).Exists(word => word is "protect" or "encrypt" or "encrypted" or "seal" or "wrap"));
}
