namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether <c>[OAuthClientAssertion]</c> is about an assertion that is sent, and one that can be made.</summary>
internal static class AssertionCheck
{
    private const int PrivateKeyJwt = 4;
    private const int ClientSecretJwt = 5;
    private const int MaxLifetime = 300;

    public static void Run(DeclaredProvider declared)
    {
        foreach (var assertion in declared.Of("OAuthClientAssertion"))
        {
            if (!Methods(declared).Any(method => method is 0 or PrivateKeyJwt or ClientSecretJwt))
            {
                declared.Report(
                    DiagnosticDescriptors.InvalidRequest,
                    assertion.Location,
                    "No message is authenticated by an assertion: declare ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt, or remove this");
            }

            if (assertion.Model.Property("Lifetime") is { Number: < 1 or > MaxLifetime })
            {
                declared.Report(DiagnosticDescriptors.InvalidRequest, assertion.LocationOf("Lifetime"), "An assertion lives for 1 to 300 seconds: it is made anew for every request");
            }

            foreach (var algorithm in assertion.Model.Property("Algorithms")?.Items ?? default)
            {
                if (algorithm.Equals("none", StringComparison.OrdinalIgnoreCase))
                {
                    declared.Report(DiagnosticDescriptors.InvalidRequest, assertion.LocationOf("Algorithms"), "'none' is no signature: it would prove nothing");
                }
            }
        }
    }

    /// <summary>The client authentications of the provider and of its messages.</summary>
    private static IEnumerable<long> Methods(DeclaredProvider declared) =>
        declared.Attributes
            .Where(attribute => attribute.Model.Name == "OAuthRequest" && attribute.Model.Property("ClientAuthentication") is not null)
            .Select(attribute => (long)attribute.Model.Property("ClientAuthentication")!.Value.Number)
            .Append(declared.Model.Provider.Property("ClientAuthentication")?.Number ?? 0);
}
