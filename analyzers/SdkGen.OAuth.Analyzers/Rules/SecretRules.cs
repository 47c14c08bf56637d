namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Secrets that everybody can read.</summary>
internal static class SecretRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        HardCodedSecret.Rule,
        EncodedCredentials.Rule,
        HardCodedToken.Rule,
        SecretInInstalledClient.Rule,
        UnencodedCredentials.Rule,
    ];
}
