namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>All rules on code.</summary>
internal static class CodeRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        .. StateRules.All,
        .. PkceRules.All,
        .. SecretRules.All,
        .. TransportRules.All,
        .. LeakRules.All,
        .. ValidationRules.All,
        .. GrantRules.All,
        .. RequestRules.All,
        .. RobustnessRules.All,
    ];
}
