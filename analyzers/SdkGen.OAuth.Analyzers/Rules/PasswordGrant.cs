using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH7001: the application asks the user for the password of another service.</summary>
internal static class PasswordGrant
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.PasswordGrant);

    private static void Run(CodeFile file)
    {
        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.GrantType && field.Value.Text == "password"))
        {
            file.Report(DiagnosticDescriptors.PasswordGrant, field.Value.Node);
        }

        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is { } name && Methods.Contains(name))
            {
                file.Report(DiagnosticDescriptors.PasswordGrant, call.Expression);
            }
        }
    }

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "RequestPasswordTokenAsync", "RequestResourceOwnerPasswordAsync", "AcquireTokenByUsernamePassword", "AuthenticateWithPasswordAsync",
    };
}
