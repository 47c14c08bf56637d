using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH8006: a request is written as text, and a value is put into it as it is. One report for a text, at the first such value.</summary>
internal static class UnencodedParameter
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UnencodedParameter);

    private static void Run(CodeFile file)
    {
        foreach (var text in file.Texts)
        {
            // Log lines and messages have "a=b" in them, too, but not two of them joined.
            if (!text.HasHoles || text.Shape is var shape && (shape.IndexOf('&') < 0 && shape.IndexOf('?') < 0 || shape.IndexOf('=') < 0))
            {
                continue;
            }

            var pairs = text.Pairs().Select(pair => (Name: OAuthNames.Of(pair.Name), pair.Value)).Where(pair => pair.Name is not null).ToList();
            // An access token is in the URLs of many an API, of which none is a request of OAuth.
            if (!pairs.Exists(pair => OAuthNames.IsTelling(pair.Name!) && pair.Name != OAuthNames.AccessToken))
            {
                continue;
            }

            foreach (var (name, value) in pairs)
            {
                if (value.Expression is { } expression && NeedEncoding.Contains(name!) && !IsFine(file, expression))
                {
                    Report(file, expression, name!);
                    break;
                }
            }
        }
    }

    private static void Report(CodeFile file, ExpressionSyntax value, string name)
    {
        if (!TestCode.IsSilent(file))
        {
            file.ReportFixable(DiagnosticDescriptors.UnencodedParameter, value, IsText(file, value) ? $"System.Net.WebUtility.UrlEncode({value.WithoutTrivia()})" : null, name);
        }
    }

    /// <summary>What is no text has to be made one first, and how is not for a fix to say.</summary>
    private static bool IsText(CodeFile file, ExpressionSyntax value) =>
        value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        && file.Model.GetTypeInfo(value, file.CancellationToken).Type?.SpecialType == SpecialType.System_String;

    private static bool IsFine(CodeFile file, ExpressionSyntax value) =>
        RequestEncoding.IsEncoded(file, value)
        || (file.Values.OnlyText(value) is { } text && RequestEncoding.IsSafe(text));

    /// <summary>What may hold any character. Ids, challenges, verifiers and the like are made of safe ones.</summary>
    private static readonly ImmutableHashSet<string> NeedEncoding = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        OAuthNames.RedirectUri, OAuthNames.Scope, OAuthNames.State, OAuthNames.Code, OAuthNames.UserName, OAuthNames.Password, OAuthNames.ClientSecret,
        OAuthNames.RefreshToken, "login_hint", "assertion", "resource", "audience", OAuthNames.ClientAssertion);
}
