using System.Net;

namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

[CollectionDefinition("Glewlwyd")]
public sealed class GlewlwydCollection : ICollectionFixture<GlewlwydPeer>;

/// <summary>What the tests of Glewlwyd share.</summary>
[Collection("Glewlwyd")]
[Trait("Category", "Interop")]
public abstract class GlewlwydTest
{
    protected GlewlwydTest(GlewlwydPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        peer.Require();
        Peer = peer;
    }

    protected GlewlwydPeer Peer { get; }

    protected T Client<T>(string id = "web", string? secret = GlewlwydPeer.Secret)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(Peer.Issuer, options =>
        {
            options.ClientId = id;
            options.ClientSecret = id is "web" ? secret : null;
            options.ClientKey = id is "key" ? Peer.Key : null;
        });

    protected async Task<(AuthorizationRequest Request, AuthorizationResponse Response)> AuthorizeAsync(IAuthorizationCodeGrant client)
    {
        using var browser = await Peer.SignInAsync();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        return (request, AuthorizationResponse.Parse((await browser.CallbackAsync(GlewlwydPeer.Continue(request.Uri))).Address));
    }

    protected async Task<TokenResponse> SignInAsync(IAuthorizationCodeGrant client)
    {
        var (request, response) = await AuthorizeAsync(client);
        return await client.RedeemAuthorizationCodeAsync(request, response);
    }
}

/// <summary>Every flow that the server and the library both have.</summary>
public sealed class FlowTests(GlewlwydPeer peer) : GlewlwydTest(peer)
{
    [SkippableFact]
    public async Task A_machine_gets_a_token() => await WorksAsync(Client<IGlewlwyd>());

    [SkippableFact]
    public async Task A_machine_with_its_secret_in_the_body_gets_a_token() => await WorksAsync(Client<IGlewlwydPost>());

    [SkippableFact]
    public async Task A_machine_that_signs_with_its_secret_gets_a_token() => await WorksAsync(Client<IGlewlwydSecretJwt>());

    [SkippableFact]
    public async Task A_machine_that_signs_with_a_key_gets_a_token() => await WorksAsync(Client<IGlewlwydKeyJwt>("key"));

    [SkippableTheory]
    [InlineData("web")]
    [InlineData("public")]
    public async Task A_user_signs_in_and_says_who_they_are(string id)
    {
        var client = Client<IGlewlwyd>(id);

        var token = await SignInAsync(client);
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal(token.IdToken?.Subject, user.Subject);
        Assert.Equal("Alice Adams", user.Name);
        Assert.Equal("Bearer", token.TokenType, ignoreCase: true);
    }

    [SkippableFact]
    public async Task A_refresh_brings_another_refresh_token()
    {
        var client = Client<IGlewlwyd>();
        var first = await SignInAsync(client);

        var second = await client.RefreshTokenAsync(first);

        Assert.NotNull(second.RefreshToken);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
    }

    [SkippableFact]
    public async Task A_revoked_token_is_inactive()
    {
        var client = Client<IGlewlwyd>();
        var token = await SignInAsync(client);
        var before = await client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        await client.RevokeTokenAsync(new RevocationRequest { Token = token.AccessToken });

        Assert.True(before.Active);
        Assert.Equal("web", before.ClientId);
        Assert.False((await client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [SkippableFact]
    public async Task A_pushed_request_keeps_its_parameters_out_of_the_browser()
    {
        var client = Client<IGlewlwydPar>();
        var token = await SignInAsync(client);

        Assert.NotNull(token.IdToken);
    }

    [SkippableFact]
    public async Task A_device_gets_the_tokens_of_the_user_who_enters_its_code()
    {
        var client = Client<IGlewlwyd>();
        var authorization = await client.RequestDeviceAuthorizationAsync();
        var pending = await App.RefusedAsync("authorization_pending", () => client.RequestDeviceTokenAsync(new(authorization)));
        using var browser = await Peer.SignInAsync();

        await browser.PageAsync(GlewlwydPeer.Continue(authorization.VerificationUriComplete!));
        var token = await client.WaitForDeviceTokenAsync(authorization);

        Assert.True(pending.IsTransient);
        Assert.NotNull(token.AccessToken);
    }

    [SkippableFact]
    public async Task A_user_signs_out()
    {
        var client = Client<IGlewlwyd>();
        var token = await SignInAsync(client);

        var logout = await client.CreateEndSessionRequestAsync(new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = App.Goodbye });

        Assert.StartsWith(Peer.Issuer + "/end_session", logout.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    private static async Task WorksAsync(IClientCredentialsGrant client) =>
        Assert.Equal(["orders.read"], (await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] })).Scopes);
}

/// <summary>Where this server is unlike others, and what the library makes of it.</summary>
public sealed class DivergenceTests(GlewlwydPeer peer) : GlewlwydTest(peer)
{
    [SkippableFact]
    public async Task A_wrong_secret_is_a_403_without_a_word()
    {
        var exception = await App.FailsAsync(() => Client<IGlewlwyd>(secret: "wrong").RequestClientTokenAsync());

        Assert.Equal((OAuthFailure.UnexpectedStatus, HttpStatusCode.Forbidden), (exception.Failure, exception.StatusCode));
        Assert.False(exception.IsTransient);
        Assert.Null(exception.Error);
    }

    [SkippableFact]
    public async Task A_code_that_is_used_twice_is_an_invalid_code()
    {
        var (first, second) = (Client<IGlewlwyd>(), Client<IGlewlwyd>());
        var (request, response) = await AuthorizeAsync(first);
        await first.RedeemAuthorizationCodeAsync(request, response);

        var exception = await App.RefusedAsync("invalid_code", () => second.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
    }

    [SkippableFact]
    public async Task A_refresh_token_that_is_used_twice_is_a_400_without_a_word()
    {
        var client = Client<IGlewlwyd>();
        var first = await SignInAsync(client);
        await client.RefreshTokenAsync(first);

        var exception = await App.FailsAsync(() => client.RefreshTokenAsync(first));

        Assert.Equal((OAuthFailure.UnexpectedStatus, HttpStatusCode.BadRequest), (exception.Failure, exception.StatusCode));
        Assert.False(exception.IsTransient);
    }

    [SkippableFact]
    public async Task Without_a_challenge_it_sends_the_user_back_with_an_error()
    {
        var client = Client<IGlewlwydWithoutPkce>();
        var (request, response) = await AuthorizeAsync(client);

        var exception = await App.RefusedAsync("invalid_request", () => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(OAuthFailure.AuthorizationError, exception.Failure);
    }

    [SkippableFact]
    public async Task Its_issuer_has_a_path_and_its_metadata_are_behind_it()
    {
        Assert.EndsWith("/api/oidc", Peer.Issuer, StringComparison.Ordinal);
        Assert.Equal(Peer.Issuer, (await SignInAsync(Client<IGlewlwyd>())).IdToken?.Issuer);
    }

    [SkippableFact]
    public async Task It_says_its_issuer_in_the_callback_without_announcing_that()
    {
        using var browser = await Peer.SignInAsync();
        var request = await Client<IGlewlwyd>().CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });

        var (callback, _) = await browser.CallbackAsync(GlewlwydPeer.Continue(request.Uri));

        Assert.Contains("iss=" + Uri.EscapeDataString(Peer.Issuer), callback.Query, StringComparison.OrdinalIgnoreCase);
    }
}
