using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>
/// Whether the metadata document that is kept beside an interface says what the interface says. What a document leaves out is no
/// contradiction: providers leave out a lot.
/// </summary>
internal static class DocumentCheck
{
    /// <summary>By which algorithms messages are signed: what declares it, and what announces it.</summary>
    private static readonly (string Property, string Member)[] SignatureLists =
    [
        ("IdTokenAlgorithms", "id_token_signing_alg_values_supported"),
        ("RequestObjectAlgorithms", "request_object_signing_alg_values_supported"),
        ("ResponseAlgorithms", "authorization_signing_alg_values_supported"),
        ("UserInfoAlgorithms", "userinfo_signing_alg_values_supported"),
        ("IntrospectionAlgorithms", "introspection_signing_alg_values_supported"),
    ];

    public static void Run(DeclaredProvider declared, KeptDocuments documents)
    {
        if (documents.Of(declared.Model) is not { } document || !CheckIssuer(declared, document))
        {
            return;
        }

        CheckEndpoints(declared, document);
        CheckGrants(declared, document);
        CheckScopes(declared, document);
        CheckChallenge(declared, document);
        CheckClientAuthentication(declared, document);
        CheckResponseMode(declared, document);
        CheckAlgorithms(declared, document);
    }

    private static bool CheckIssuer(DeclaredProvider declared, KeptDocument document)
    {
        var issuer = declared.Model.Provider.Argument(0)!;
        if (document.Text("issuer") is not { Length: > 0 } stated)
        {
            return false;
        }

        if (IssuerTemplate.Match(issuer, stated) is not null || KeptMetadata.IsOneOfIdTokens(declared.Model, stated))
        {
            return true;
        }

        Report(declared, document, DiagnosticDescriptors.DocumentOfAnotherIssuer, declared.Provider.LocationOf(0), "issuer", stated, issuer);
        return false;
    }

    /// <summary>The document takes the place of asking the provider: an endpoint that it leaves out is nowhere.</summary>
    private static void CheckEndpoints(DeclaredProvider declared, KeptDocument document)
    {
        var endpoints = EndpointCheck.Undeclared(declared);
        if (declared.Model.PushesAuthorizationRequests && declared.Model.Provider.Text("PushedAuthorizationRequestEndpoint") is null)
        {
            endpoints = endpoints.Append(("pushed authorization request", "PushedAuthorizationRequestEndpoint"));
        }

        foreach (var (what, property) in endpoints)
        {
            var member = DiscoveryMember.All.First(candidate => candidate.Property == property).Name;
            if (document.Text(member) is not { Length: > 0 })
            {
                declared.Report(
                    DiagnosticDescriptors.NoEndpointInDocument, declared.Location, [document.LocationOf(member)], document.FileName, member, what, property);
            }
        }
    }

    private static void CheckGrants(DeclaredProvider declared, KeptDocument document)
    {
        foreach (var kind in declared.Methods.Select(method => method.Kind).Distinct())
        {
            if (GrantOf(kind) is { } grant)
            {
                Require(declared, document, DiagnosticDescriptors.GrantNotAnnounced, declared.Location, "grant_types_supported", grant, _ => declared.Type.Name);
            }
        }

        if ((declared.Messages & MessageNames.Authorization) != 0)
        {
            Require(declared, document, DiagnosticDescriptors.GrantNotAnnounced, declared.Location, "response_types_supported", "code", _ => declared.Type.Name);
        }
    }

    private static string? GrantOf(MessageKind kind) => kind switch
    {
        MessageKind.AuthorizationCode => "authorization_code",
        MessageKind.ClientCredentials => "client_credentials",
        MessageKind.Refresh => "refresh_token",
        MessageKind.DeviceToken => "urn:ietf:params:oauth:grant-type:device_code",
        MessageKind.TokenExchange => "urn:ietf:params:oauth:grant-type:token-exchange",
        MessageKind.BackchannelToken => "urn:openid:params:grant-type:ciba",
        MessageKind.JwtBearer => "urn:ietf:params:oauth:grant-type:jwt-bearer",
        _ => null,
    };

    private static void CheckScopes(DeclaredProvider declared, KeptDocument document)
    {
        foreach (var attribute in declared.Attributes)
        {
            var scopes = attribute.Model.Property("Scopes")?.Items ?? default;
            for (var i = 0; i < scopes.Count; i++)
            {
                Check(scopes[i], attribute.LocationOf("Scopes", i));
            }

            if (attribute.Model.Text("OfflineAccessScope") is { } offline)
            {
                Check(offline, attribute.LocationOf("OfflineAccessScope"));
            }
        }

        void Check(string scope, Location location)
        {
            if (scope.Length > 0 && scope.IndexOf('{') < 0)
            {
                Require(declared, document, DiagnosticDescriptors.ScopeNotAnnounced, location, "scopes_supported", scope);
            }
        }
    }

    private static void CheckChallenge(DeclaredProvider declared, KeptDocument document)
    {
        const string member = "code_challenge_methods_supported";
        var method = declared.Model.Provider.Property("Pkce")?.Number switch
        {
            null or 0 => "S256",
            1 => "plain",
            _ => null,
        };
        if ((declared.Messages & MessageNames.Authorization) != 0 && document.Texts(member) is { } supported
            && (method is null ? supported.Count > 0 : !supported.Contains(method) || (method == "plain" && supported.Contains("S256"))))
        {
            Report(
                declared,
                document,
                DiagnosticDescriptors.ChallengeNotAnnounced,
                declared.Provider.LocationOf("Pkce"),
                member,
                supported.Count == 0 ? "none" : string.Join(" and ", supported),
                method ?? "no challenge");
        }
    }

    private static void CheckClientAuthentication(DeclaredProvider declared, KeptDocument document)
    {
        foreach (var attribute in declared.Attributes)
        {
            if (attribute.Model.Property("ClientAuthentication") is { Kind: ArgumentKind.Enum, Text: { } text } && NameOf(text) is { } name)
            {
                Require(
                    declared,
                    document,
                    DiagnosticDescriptors.ClientAuthenticationNotAnnounced,
                    attribute.LocationOf("ClientAuthentication"),
                    "token_endpoint_auth_methods_supported",
                    name,
                    List);
            }
        }

        // The members of the enum are the registered names in another case; a token that is the credential itself is registered as no method.
        static string? NameOf(string value)
        {
            var name = SnakeCase.Of(value.Substring(value.LastIndexOf('.') + 1));
            return name is "from_metadata" or "bearer_token" ? null : name;
        }
    }

    private static void CheckResponseMode(DeclaredProvider declared, KeptDocument document)
    {
        if (declared.Model.Provider.Property("ResponseMode") is { Kind: ArgumentKind.Enum, Number: not 0, Text: { } text })
        {
            var mode = text.Substring(text.LastIndexOf('.') + 1) switch
            {
                "FormPost" => "form_post",
                "QueryJwt" => "query.jwt",
                "FormPostJwt" => "form_post.jwt",
                var other => SnakeCase.Of(other),
            };
            Require(
                declared,
                document,
                DiagnosticDescriptors.ResponseModeNotAnnounced,
                declared.Provider.LocationOf("ResponseMode"),
                "response_modes_supported",
                mode,
                List);
        }
    }

    private static void CheckAlgorithms(DeclaredProvider declared, KeptDocument document)
    {
        foreach (var (property, member) in SignatureLists)
        {
            foreach (var algorithm in declared.Model.Provider.Property(property)?.Items ?? default)
            {
                Require(declared, document, DiagnosticDescriptors.AlgorithmNotAnnounced, declared.Provider.LocationOf(property), member, algorithm, List);
            }
        }
    }

    private static string List(List<string> supported) => string.Join(", ", supported);

    /// <summary>Reports what is declared if a list of the document is there and does not have it.</summary>
    private static void Require(
        DeclaredProvider declared,
        KeptDocument document,
        DiagnosticDescriptor descriptor,
        Location location,
        string member,
        string value,
        Func<List<string>, string>? more = null)
    {
        if (document.Texts(member) is { } supported && !supported.Contains(value))
        {
            Report(declared, document, descriptor, location, member, more is null ? [value] : [value, more(supported)]);
        }
    }

    /// <summary>Reports at the declaration, with the place in the document beside it and in the text.</summary>
    private static void Report(
        DeclaredProvider declared, KeptDocument document, DiagnosticDescriptor descriptor, Location location, string member, params string[] arguments) =>
        declared.Report(descriptor, location, [document.LocationOf(member)], [document.PlaceOf(member), .. arguments]);
}
