using System.Text.Json.Nodes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Announces what is signed, and by which algorithm; and the authorization details that there are.</summary>
internal sealed class SignatureMetadata(TestAuthorizationServerOptions options) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        var metadata = context.Metadata;
        foreach (var name in new[]
        {
            "authorization_signing_alg_values_supported", "userinfo_signing_alg_values_supported", "introspection_signing_alg_values_supported",
        })
        {
            metadata[name] = new OpenIddictParameter(new JsonArray(options.SigningAlgorithm));
        }

        metadata["request_object_signing_alg_values_supported"] = new OpenIddictParameter(new JsonArray("RS256", "PS256", "ES256"));
        metadata["request_parameter_supported"] = true;
        if (options.RequireSignedRequestObject)
        {
            metadata["require_signed_request_object"] = true;
        }

        if (options.AuthorizationDetailTypes is { } types)
        {
            metadata["authorization_details_types_supported"] = new OpenIddictParameter(new JsonArray([.. types.Select(type => JsonValue.Create(type))]));
        }

        return ValueTask.CompletedTask;
    }
}
