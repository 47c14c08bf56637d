using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH3007: id and secret are joined as they are, where RFC 6749 section 2.3.1 wants each form-encoded first.</summary>
internal static class UnencodedCredentials
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UnencodedCredentials);

    private static void Run(CodeFile file)
    {
        foreach (var text in file.Texts)
        {
            if (text.Shape is "\0:\0" && text.Parts is [{ Expression: { } id }, _, { Expression: { } secret }]
                && CodeFile.NameOf(secret) is { } name && IsSecret(name) && IsId(CodeFile.NameOf(id))
                && !RequestEncoding.IsEncoded(file, secret)
                && CodeFile.MemberOf(text.Node) is { } member && BecomesBase64(member) && !IsEncodedToo(member, name))
            {
                Surroundings.Report(file, DiagnosticDescriptors.UnencodedCredentials, text.Node, sure: false, name);
            }
        }
    }

    private static bool IsSecret(string name) =>
        OAuthNames.OfIdentifier(name) == OAuthNames.ClientSecret || Words.Of(name) is { Count: > 0 } words && words[words.Count - 1] == "secret";

    private static bool IsId(string? name) =>
        name is not null && (OAuthNames.OfIdentifier(name) == OAuthNames.ClientId || Words.Of(name) is { Count: > 0 } words && words[words.Count - 1] is "id" or "key" or "client");

    /// <summary>Whether the method around it makes a Basic header: with the call itself, or a few lines on.</summary>
    private static bool BecomesBase64(SyntaxNode member) =>
        member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CodeFile.NameOf(call)?.IndexOf("Base64", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether the method encodes the secret elsewhere: it knows of providers that decode and of others that do not.</summary>
    private static bool IsEncodedToo(SyntaxNode member, string name) => member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(
        call => CodeFile.NameOf(call) is { } method && RequestEncoding.IsEncoder(method)
            && call.ArgumentList.Arguments.Any(argument => CodeFile.NameOf(argument.Expression) == name));
}
