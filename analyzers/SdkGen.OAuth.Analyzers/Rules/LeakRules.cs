namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Tokens that leak.</summary>
internal static class LeakRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        SecretWritten.Rule,
        TokenInUrl.Rule,
        SecretInUrl.Rule,
        TokenInClearText.Rule,
        TokenCookie.Rule,
        PrintedSecret.Rule,
    ];
}
