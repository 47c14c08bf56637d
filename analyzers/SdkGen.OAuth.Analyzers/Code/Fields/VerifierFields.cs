using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The values that a file sends as PKCE verifier or challenge.</summary>
internal static class VerifierFields
{
    public static IEnumerable<OAuthField> In(CodeFile file) => file.Fields.Where(field => field.Name is OAuthNames.CodeVerifier or OAuthNames.CodeChallenge && IsPkce(field));

    /// <summary>Others have verifiers and challenges, too: those of a password, of a bot, of OAuth 1.</summary>
    private static bool IsPkce(OAuthField field) =>
        Words.Contains(field.Written, "code", "pkce")
        || (field.Key.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { Identifier.ValueText: var type } && Words.Contains(type, "pkce"));
}
