using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether the messages that the provider or the client signs can be made and verified.</summary>
internal static class SignatureCheck
{
    /// <summary>The requests that can be signed (RFC 9101, OpenID Connect CIBA Core section 7.1.1).</summary>
    private const int Signable = MessageNames.Authorization | MessageNames.BackchannelAuthentication;

    /// <summary>The properties that name algorithms, what they are about, and whether the interface has that.</summary>
    private static readonly (string Property, string Subject, Func<DeclaredProvider, bool> IsThere)[] Algorithms =
    [
        ("IdTokenAlgorithms", "ID tokens", static _ => true),
        ("ResponseAlgorithms", "authorization responses: state ResponseMode = ResponseMode.QueryJwt, FormPostJwt or Jwt", HasSignedResponses),
        ("RequestObjectAlgorithms", "authorization requests: inherit IAuthorizationCodeGrant", static declared => Has(declared, Signable)),
        ("UserInfoAlgorithms", "UserInfo replies: inherit IUserInfoEndpoint", static declared => Has(declared, MessageNames.UserInfo)),
        ("IntrospectionAlgorithms", "introspection replies: inherit IIntrospectionEndpoint", static declared => Has(declared, MessageNames.Introspection)),
    ];

    public static void Run(DeclaredProvider declared)
    {
        CheckIssuer(declared);
        CheckUse(declared);
        foreach (var (property, subject, isThere) in Algorithms)
        {
            CheckAlgorithms(declared, property, subject, isThere);
        }
    }

    private static void CheckIssuer(DeclaredProvider declared)
    {
        var effective = declared.Model.Provider;
        var signsRequests = SignsRequests(declared);
        if (effective.Argument(0) is not null
            || (!signsRequests && effective.Property("IdTokenIssuers") is { Items.Count: > 0 } && effective.Text("JsonWebKeySetUri") is not null))
        {
            return;
        }

        var subject = declared.Methods.Any(method => method.Kind is MessageKind.BackchannelLogout or MessageKind.FrontchannelLogout)
            ? "logouts that the provider announces"
            : signsRequests ? "signed authorization requests"
            : HasSignedResponses(declared) && Has(declared, MessageNames.Authorization) ? "signed authorization responses"
            : IsDeclared(effective, "UserInfoAlgorithms") && Has(declared, MessageNames.UserInfo) ? "signed UserInfo replies"
            : IsDeclared(effective, "IntrospectionAlgorithms") && Has(declared, MessageNames.Introspection) ? "signed introspection replies"
            : null;
        if (subject is not null)
        {
            declared.Report(DiagnosticDescriptors.SignatureWithoutIssuer, declared.Location, declared.Type.Name, subject);
        }
    }

    private static void CheckUse(DeclaredProvider declared)
    {
        foreach (var property in new[] { "RequestObject", "ResponseMode" })
        {
            if (declared.Provider.Model.Property(property) is { Number: > 0 }
                && !Has(declared, property == "RequestObject" ? Signable : MessageNames.Authorization))
            {
                declared.Report(
                    DiagnosticDescriptors.SignatureWithoutMessage,
                    declared.Provider.LocationOf(property),
                    property,
                    $"authorization {(property == "RequestObject" ? "requests" : "responses")}: inherit IAuthorizationCodeGrant");
            }
        }
    }

    private static void CheckAlgorithms(DeclaredProvider declared, string property, string subject, Func<DeclaredProvider, bool> isThere)
    {
        var items = declared.Provider.Model.Property(property)?.Items ?? default;
        for (var i = 0; i < items.Count; i++)
        {
            // That an ID token without a signature is none is said by a rule of its own.
            if (!IsKnown(items[i], property) && !(property == "IdTokenAlgorithms" && items[i].Equals("none", StringComparison.OrdinalIgnoreCase)))
            {
                declared.Report(DiagnosticDescriptors.UnknownAlgorithm, declared.Provider.LocationOf(property, i), items[i], Explain(items[i], property));
            }
        }

        if (items.Count > 0 && !isThere(declared))
        {
            declared.Report(DiagnosticDescriptors.SignatureWithoutMessage, declared.Provider.LocationOf(property), property, subject);
        }
    }

    private static string Explain(string algorithm, string property) =>
        algorithm.Equals("none", StringComparison.OrdinalIgnoreCase) ? "is no signature: who is on the way can write what they like"
        : algorithm is "EdDSA" or "Ed25519" ? "cannot be verified: .NET does not have it"
        : algorithm.StartsWith("HS", StringComparison.Ordinal) ? "is not by which a request is signed: that takes the client's key, and RS, PS or ES"
        : $"is no algorithm of RFC 7518: RS256, PS256 or ES256, or one of their larger kin{(property == "RequestObjectAlgorithms" ? "" : ", or HS256 with the client secret")}";

    private static bool IsKnown(string algorithm, string property) =>
        algorithm is "RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512" or "ES256" or "ES384" or "ES512"
        || (algorithm is "HS256" or "HS384" or "HS512" && property != "RequestObjectAlgorithms");

    private static bool Has(DeclaredProvider declared, int message) => (declared.Messages & message) != 0;

    private static bool IsDeclared(AttributeModel provider, string property) => provider.Property(property) is { Items.Count: > 0 };

    private static bool SignsRequests(DeclaredProvider declared) =>
        declared.Model.Provider.Property("RequestObject") is { Number: 1 } && Has(declared, Signable);

    /// <summary>Jwt, QueryJwt, FormPostJwt.</summary>
    private static bool HasSignedResponses(DeclaredProvider declared) => declared.Model.Provider.Property("ResponseMode") is { Number: >= 2 and <= 4 };
}
