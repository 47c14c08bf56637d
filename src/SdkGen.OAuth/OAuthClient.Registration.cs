using System.Text;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <content>The client registration endpoint (RFC 7591) and the client configuration endpoint (RFC 7592).</content>
public sealed partial class OAuthClient
{
    /// <summary>Registers a client (RFC 7591 section 3.1).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">What the client is like.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was registered.</returns>
    public async Task<ClientRegistration> RegisterClientAsync(OAuthMethod method, ClientRegistrationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        var context = Context;
        var plan = context.Plan(method);
        var endpoint = await context.GetEndpointAsync(plan, context.Templates.Values, cancellationToken).ConfigureAwait(false);
        return await SendRegistrationAsync(context, plan, endpoint, plan.HttpMethod, request, request.InitialAccessToken, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks what is registered (RFC 7592 section 2.1).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What is registered.</returns>
    public Task<ClientRegistration> ReadClientAsync(OAuthMethod method, ClientRegistration registration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (address, token) = Management(registration);
        var context = Context;
        return SendRegistrationAsync(context, context.Plan(method), address, "GET", request: null, token, cancellationToken);
    }

    /// <summary>Replaces what is registered (RFC 7592 section 2.2).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">What the client shall be like.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What is registered.</returns>
    public Task<ClientRegistration> UpdateClientAsync(OAuthMethod method, ClientRegistrationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        var (address, token) = Management(
            request.Registration ?? throw new ArgumentException("Make the request of the registration that it replaces: new ClientRegistrationRequest(registration).", nameof(request)));
        var context = Context;
        return SendRegistrationAsync(context, context.Plan(method), address, "PUT", request, token, cancellationToken);
    }

    /// <summary>Ends a registration (RFC 7592 section 2.3).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the provider has confirmed.</returns>
    public async Task DeleteClientAsync(OAuthMethod method, ClientRegistration registration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (address, token) = Management(registration);
        var context = Context;
        var plan = context.Plan(method);
        var request = Bearing(context, new() { Endpoint = address, HttpMethod = "DELETE", Body = RequestBody.Empty, Tokens = [token] }, token);
        var reply = await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false);
        new AnsweredMessage(context, plan, request, reply).RequireSuccess();
    }

    private static async Task<ClientRegistration> SendRegistrationAsync(
        ProviderContext context,
        MessagePlan plan,
        string endpoint,
        string httpMethod,
        ClientRegistrationRequest? request,
        string? accessToken,
        CancellationToken cancellationToken)
    {
        var (declared, query, headers) = (new MessageFields(), new MessageFields(), new MessageFields());
        context.Apply(plan, declared, query, headers, context.Templates.Values, offlineAccess: false);
        var metadata = request?.Write(declared);
        var message = Bearing(
            context,
            new()
            {
                Endpoint = endpoint,
                HttpMethod = httpMethod,
                Document = metadata is null ? null : Encoding.UTF8.GetBytes(metadata.ToJsonString()),
                Query = query,
                Headers = headers,
                Tokens = [accessToken, request?.SoftwareStatement],
            },
            accessToken);
        var answer = new AnsweredMessage(context, plan, message, await context.BackChannel.SendAsync(message, cancellationToken).ConfigureAwait(false));
        var json = answer.ReadJson();
        return ClientRegistrationReader.Problem(json) is { } problem
            ? throw answer.Unusable(OAuthFailure.InvalidRegistration, $"with a registration that {problem}")
            : new(json, ClientRegistrationReader.Changes(metadata ?? [], json));
    }

    private static BackChannelRequest Bearing(ProviderContext context, BackChannelRequest request, string? accessToken)
    {
        if (accessToken is not null)
        {
            request.Headers.Set("Authorization", BearerToken.IsSendable(accessToken)
                ? "Bearer " + accessToken
                : throw context.Errors.Make(OAuthFailure.UnsendableAccessToken, "the access token for the registration has characters that no header can carry"));
        }

        return request;
    }

    private static (string Address, string AccessToken) Management(ClientRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return registration is { RegistrationClientUri: { } uri, RegistrationAccessToken: { } token }
            ? (uri, token)
            : throw new ArgumentException("The provider did not say how this registration can be managed (RFC 7592 section 3).", nameof(registration));
    }
}
