namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Tokens that leak.</summary>
internal static class LeakRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        SecretWritten.Rule,
    ];
}
