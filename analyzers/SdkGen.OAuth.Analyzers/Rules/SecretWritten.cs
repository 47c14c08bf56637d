using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;
using TextReader = SdkGen.OAuth.Analyzers.Code.TextReader;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5001 and OAUTH5002: what nobody else may read is written to a log, a console, a screen or into an exception.</summary>
internal static class SecretWritten
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SecretWritten, DiagnosticDescriptors.CodeWritten);

    private static void Run(CodeFile file)
    {
        var loud = TestCode.Weigh(file, DiagnosticSeverity.Warning);
        if (loud is null)
        {
            return;
        }

        var secrets = new SecretReader(file);
        foreach (var write in Writes.In(file))
        {
            var severity = write.IsQuiet ? DiagnosticSeverity.Info : loud;
            var isLabelled = write.Values.Any(Says);
            foreach (var value in write.Values)
            {
                var found = secrets.In(value);
                foreach (var secret in found)
                {
                    Report(file, write, secret, severity);
                }

                if (isLabelled && found.Count == 0)
                {
                    foreach (var labelled in Pieces(value).Where(secrets.IsLabelled))
                    {
                        Report(file, write, new(labelled, SecretKind.Token, CodeFile.NameOf(labelled)!), severity);
                    }
                }
            }
        }
    }

    private static void Report(CodeFile file, Write write, Secret secret, DiagnosticSeverity? severity)
    {
        if (secret.Kind is SecretKind.TokenReply or SecretKind.Callback && TokenReplies.IsInFailure(write.Node))
        {
            // A request that failed has been answered with an error, which is what a log is for. A callback may still have a code.
            if (secret.Kind is SecretKind.TokenReply)
            {
                return;
            }

            severity = DiagnosticSeverity.Info;
        }

        if (secret.Kind is SecretKind.TokenReply && write.Place is WritePlace.Exception)
        {
            return;
        }

        // What an API answers to a program, it may be there for.
        if (write is { Place: WritePlace.Screen, Node: InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: LiteralExpressionSyntax { Token.ValueText: var type } }] } } && type.EndsWith("json", StringComparison.Ordinal))
        {
            severity = DiagnosticSeverity.Info;
        }

        var rule = secret.Kind is SecretKind.Code or SecretKind.Verifier or SecretKind.Callback ? DiagnosticDescriptors.CodeWritten : DiagnosticDescriptors.SecretWritten;
        file.Report(rule, secret.Node.GetLocation(), severity, secret.Name, Describe(secret.Kind), Describe(write.Place));
    }

    /// <summary>Whether a text announces a token: <c>"Access token: {0}"</c>.</summary>
    private static bool Says(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().Any(node => node switch
        {
            LiteralExpressionSyntax literal => Announces(literal.Token.ValueText),
            InterpolatedStringTextSyntax text => Announces(text.TextToken.ValueText),
            _ => false,
        });

    private static bool Announces(string text) =>
        Labels.Any(label => text.IndexOf(label, StringComparison.OrdinalIgnoreCase) >= 0) && !SecretNames.IsOfOther(text);

    private static readonly string[] Labels =
        ["access token", "accesstoken", "access_token", "refresh token", "refreshtoken", "refresh_token", "id token", "idtoken", "id_token", "bearer token", "oauth token", "jwt", "token=", "token:"];

    private static IEnumerable<ExpressionSyntax> Pieces(ExpressionSyntax value) => value switch
    {
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
        BinaryExpressionSyntax sum => TextReader.Read(sum)?.Parts.Select(part => part.Expression).OfType<ExpressionSyntax>() ?? [],
        _ => [value],
    };

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
