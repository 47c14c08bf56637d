namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Validation that is switched off.</summary>
internal static class ValidationRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        TokenValidation.Rule,
        TokenSignature.Rule,
        HttpsMetadata.Rule,
        DiscoveryPolicy.Rule,
        SigningKey.Rule,
        UnvalidatedClaims.Rule,
        ForeignToken.Rule,
    ];
}
