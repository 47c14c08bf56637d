namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Grants and browsers that RFC 9700 forbids.</summary>
internal static class GrantRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        PasswordGrant.Rule,
        ImplicitGrant.Rule,
        EmbeddedBrowser.Rule,
        RefreshTokenRotation.Rule,
    ];
}
