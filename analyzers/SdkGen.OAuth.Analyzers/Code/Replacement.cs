namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What a rule tells its fix: the rule knows the types, the fix only writes.</summary>
internal static class Replacement
{
    /// <summary>The property of a diagnostic that holds the expression which belongs in the place of the one that is reported.</summary>
    public const string Property = "Replacement";
}
