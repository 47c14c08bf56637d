using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>
/// Whether the metadata document that is kept beside an interface says what the interface says. What a document leaves out is no
/// contradiction: providers leave out a lot.
/// </summary>
internal static class DocumentCheck
{
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

        declared.Report(DiagnosticDescriptors.DocumentOfAnotherIssuer, declared.Provider.LocationOf(0), [document.LocationOf("issuer")], document.PlaceOf("issuer"), stated, issuer);
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
            if (GrantOf(kind) is { } grant && document.Texts("grant_types_supported") is { } grants && !grants.Contains(grant))
            {
                declared.Report(
                    DiagnosticDescriptors.GrantNotAnnounced,
                    declared.Location,
                    [document.LocationOf("grant_types_supported")],
                    document.PlaceOf("grant_types_supported"),
                    grant,
                    declared.Type.Name);
            }
        }

        if ((declared.Messages & MessageNames.Authorization) != 0 && document.Texts("response_types_supported") is { } types && !types.Contains("code"))
        {
            declared.Report(
                DiagnosticDescriptors.GrantNotAnnounced,
                declared.Location,
                [document.LocationOf("response_types_supported")],
                document.PlaceOf("response_types_supported"),
                "code",
                declared.Type.Name);
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
        if (document.Texts("scopes_supported") is not { } supported)
        {
            return;
        }

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
            if (scope.Length > 0 && scope.IndexOf('{') < 0 && !supported.Contains(scope))
            {
                declared.Report(
                    DiagnosticDescriptors.ScopeNotAnnounced, location, [document.LocationOf("scopes_supported")], document.PlaceOf("scopes_supported"), scope);
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
            declared.Report(
                DiagnosticDescriptors.ChallengeNotAnnounced,
                declared.Provider.LocationOf("Pkce"),
                [document.LocationOf(member)],
                document.PlaceOf(member),
                supported.Count == 0 ? "none" : string.Join(" and ", supported),
                method ?? "no challenge");
        }
    }

    private static void CheckClientAuthentication(DeclaredProvider declared, KeptDocument document)
    {
        const string member = "token_endpoint_auth_methods_supported";
        if (document.Texts(member) is not { } supported)
        {
            return;
        }

        foreach (var attribute in declared.Attributes)
        {
            if (attribute.Model.Property("ClientAuthentication") is { Kind: ArgumentKind.Enum, Text: { } text } && NameOf(text) is { } name && !supported.Contains(name))
            {
                declared.Report(
                    DiagnosticDescriptors.ClientAuthenticationNotAnnounced,
                    attribute.LocationOf("ClientAuthentication"),
                    [document.LocationOf(member)],
                    document.PlaceOf(member),
                    name,
                    string.Join(", ", supported));
            }
        }

        // The members of the enum are the registered names in another case.
        static string? NameOf(string value)
        {
            var name = SnakeCase.Of(value.Substring(value.LastIndexOf('.') + 1));
            return name == "from_metadata" ? null : name;
        }
    }

    private static void CheckResponseMode(DeclaredProvider declared, KeptDocument document)
    {
        const string member = "response_modes_supported";
        if (declared.Model.Provider.Property("ResponseMode") is { Kind: ArgumentKind.Enum, Number: not 0, Text: { } text } && document.Texts(member) is { } supported)
        {
            var mode = text.Substring(text.LastIndexOf('.') + 1) switch
            {
                "FormPost" => "form_post",
                "QueryJwt" => "query.jwt",
                "FormPostJwt" => "form_post.jwt",
                var other => SnakeCase.Of(other),
            };
            if (!supported.Contains(mode))
            {
                declared.Report(
                    DiagnosticDescriptors.ResponseModeNotAnnounced,
                    declared.Provider.LocationOf("ResponseMode"),
                    [document.LocationOf(member)],
                    document.PlaceOf(member),
                    mode,
                    string.Join(", ", supported));
            }
        }
    }

    private static void CheckAlgorithms(DeclaredProvider declared, KeptDocument document)
    {
        const string member = "id_token_signing_alg_values_supported";
        foreach (var algorithm in declared.Model.Provider.Property("IdTokenAlgorithms")?.Items ?? default)
        {
            if (document.Texts(member) is { } supported && !supported.Contains(algorithm))
            {
                declared.Report(
                    DiagnosticDescriptors.AlgorithmNotAnnounced,
                    declared.Provider.LocationOf("IdTokenAlgorithms"),
                    [document.LocationOf(member)],
                    document.PlaceOf(member),
                    algorithm,
                    string.Join(", ", supported));
            }
        }
    }
}
