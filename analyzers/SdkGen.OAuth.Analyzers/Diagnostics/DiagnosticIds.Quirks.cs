namespace SdkGen.OAuth.Analyzers;

/// <content>0051 to 0059: what quirk attributes say, besides what can be at all.</content>
internal static partial class DiagnosticIds
{
    public const string HookDoesNotFit = "OAUTH0051";
    public const string HookNotVisible = "OAUTH0052";
    public const string FragmentInEndpoint = "OAUTH0053";
    public const string QuirkWithoutEffect = "OAUTH0054";
    public const string UnknownField = "OAUTH0055";
    public const string DeclaredUrlSecret = "OAUTH0056";
    public const string UnknownMember = "OAUTH0057";
}
