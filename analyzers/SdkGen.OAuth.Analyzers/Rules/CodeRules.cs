namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>All rules on code.</summary>
internal static class CodeRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        .. StateRules.All,
        .. PkceRules.All,
        .. ValidationRules.All,
        .. GrantRules.All,
        .. LeakRules.All,
        .. TransportRules.All,
        .. SecretRules.All,
        .. RequestRules.All,
        .. RobustnessRules.All,
        .. SecretRules.All,
        .. RequestRules.All,
    ];
}
