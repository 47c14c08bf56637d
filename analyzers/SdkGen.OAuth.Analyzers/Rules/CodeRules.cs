namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>All rules on code.</summary>
internal static class CodeRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        .. GrantRules.All,
        .. SecretRules.All,
        .. RequestRules.All,
    ];
}
