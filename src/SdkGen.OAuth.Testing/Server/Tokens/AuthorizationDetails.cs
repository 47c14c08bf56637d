using System.Security.Claims;
using System.Text.Json;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// Authorization details (RFC 9396): those of a request are granted as they are, kept in codes and refresh tokens, and stated with every
/// access token.
/// </summary>
internal sealed class AuthorizationDetails(TestAuthorizationServerOptions options) : IOpenIddictServerHandler<ProcessSignInContext>
{
    private const string Parameter = "authorization_details";

    public static int Order => StatedLifetime.Order + 1;

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType == OpenIddictServerEndpointType.Token && context.Principal?.GetClaim(Parameter) is { } granted)
        {
            using var json = JsonDocument.Parse(granted);
            context.Response.SetParameter(Parameter, new OpenIddictParameter(json.RootElement.Clone()));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Puts the details of a request on what becomes its tokens.</summary>
    /// <returns>What is wrong with them, if anything is: the error is <c>invalid_authorization_details</c> then.</returns>
    public string? Grant(ClaimsPrincipal principal, OpenIddictRequest request)
    {
        if ((string?)request[Parameter] is not { } asked)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(asked);
            foreach (var detail in json.RootElement.EnumerateArray())
            {
                var type = detail.GetProperty("type").GetString();
                if (options.AuthorizationDetailTypes?.Contains(type!) == false)
                {
                    return $"There are no authorization details of the type '{type}'.";
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return "'authorization_details' is no list of objects with a type each.";
        }

        principal.SetClaim(Parameter, asked);
        return null;
    }
}
