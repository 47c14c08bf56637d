using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5001 and OAUTH5002: what nobody else may read is written to a log, a console, a screen or into an exception.</summary>
internal static class SecretWritten
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SecretWritten, DiagnosticDescriptors.CodeWritten);

    private static void Run(CodeFile file)
    {
        var loud = TestCode.Leak(file, DiagnosticSeverity.Warning);
        if (loud is null)
        {
            return;
        }

        var secrets = new SecretReader(file);
        foreach (var write in Writes.In(file))
        {
            var severity = write.IsQuiet ? DiagnosticSeverity.Info : loud;
            foreach (var value in write.Values)
            {
                foreach (var secret in secrets.In(value))
                {
                    // A request that failed has been answered with an error, which is what a log is for.
                    if (secret.Kind is SecretKind.TokenReply && (write.Place is WritePlace.Exception || TokenReplies.IsInFailure(write.Node)))
                    {
                        continue;
                    }

                    var rule = secret.Kind is SecretKind.Code or SecretKind.Verifier or SecretKind.Callback ? DiagnosticDescriptors.CodeWritten : DiagnosticDescriptors.SecretWritten;
                    file.Report(rule, secret.Node.GetLocation(), severity, secret.Name, Describe(secret.Kind), Describe(write.Place));
                }
            }
        }
    }

    private static string Describe(SecretKind kind) => kind switch
    {
        SecretKind.Token => "a token",
        SecretKind.ClientSecret => "a credential of the client",
        SecretKind.TokenReply => "the reply of a token endpoint",
        SecretKind.Code => "an authorization code",
        SecretKind.Verifier => "a PKCE verifier",
        _ => "a callback with its code",
    };

    private static string Describe(WritePlace place) => place switch
    {
        WritePlace.Log => "a log",
        WritePlace.Console => "the output",
        WritePlace.Screen => "a page or window",
        _ => "an exception",
    };
}
