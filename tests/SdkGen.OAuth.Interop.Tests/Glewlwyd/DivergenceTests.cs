using System.Net;
using System.Text.Json.Serialization;

namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

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
    public async Task A_secret_of_unusual_letters_is_not_encoded()
    {
        var exception = await App.FailsAsync(() => Client<IGlewlwyd>("weird-secret").RequestClientTokenAsync(new() { Scopes = ["orders.read"] }));

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
        Assert.NotNull(await Client<IGlewlwydRawBasic>("weird-secret").RequestClientTokenAsync(new() { Scopes = ["orders.read"] }));
    }

    [SkippableFact]
    public async Task It_says_when_it_issued_a_token_beside_it()
    {
        var token = await SignInAsync(Client<IGlewlwyd>());

        Assert.InRange(token.ReadAs(IssuedJson.Default.Issued)!.At, DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds());
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

/// <summary>A member that no RFC has in a token response.</summary>
public sealed record Issued([property: JsonPropertyName("iat")] long At);

[JsonSerializable(typeof(Issued))]
internal sealed partial class IssuedJson : JsonSerializerContext;
