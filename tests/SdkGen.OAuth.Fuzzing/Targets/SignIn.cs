using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using static SdkGen.OAuth.Fuzzing.FuzzTarget;

namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>A whole sign-in, of which one message was changed on its way.</summary>
internal static class SignIn
{
    private static readonly Uri RedirectUri = new("https://app.example/cb");
    private static readonly IDataProtector Protector = new EphemeralDataProtectionProvider().CreateProtector("app");

    private static readonly (long Constant, long PerByte) WholeSignIn = (1024 * 1024, 1000);

    public static FuzzTarget[] All { get; } =
    [
        new("callback of a sign-in", 3, ["code=the-code&state=STATE&iss=https%3A%2F%2Fid.example.com"], ReadCallbackAsync) { Memory = WholeSignIn },
        new("metadata of a sign-in", 2, [Issuer.Metadata], ReadMetadataAsync) { Memory = WholeSignIn },

        // What these read is made anew for each input, and damaged where it is known.
        new("signed ID token", 2, [""], ReadSignedAsync) { Memory = WholeSignIn },
        new("changed ID token", 2, [""], ReadChangedAsync) { Memory = WholeSignIn },
        new("sealed request", 1, [""], ReadSealedAsync) { Memory = WholeSignIn },
    ];

    private static (IFuzzedIssuer Client, Replies Replies) Create()
    {
        var replies = new Replies()
            .Set("/.well-known/openid-configuration", Encoding.UTF8.GetBytes(Issuer.Metadata))
            .Set("/keys", Encoding.UTF8.GetBytes(Issuer.Keys));
        return (FuzzedIssuerClient.Create(new FuzzedIssuerOptions { ClientId = Issuer.ClientId, ClientSecret = "the-secret", BackchannelHandler = replies }), replies);
    }

    private static async Task<TokenResponse> SignInAsync(Func<AuthorizationRequest, string> idToken, Func<AuthorizationRequest, string>? callback = null)
    {
        var (client, replies) = Create();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, MaxAge = TimeSpan.FromDays(1) });
        var reply = new JsonObject { ["access_token"] = "at-1", ["token_type"] = "Bearer", ["id_token"] = idToken(request) };
        replies.Set("/token", Encoding.UTF8.GetBytes(reply.ToJsonString()));
        return await client.RedeemAuthorizationCodeAsync(
            request, AuthorizationResponse.ParseQuery(callback?.Invoke(request) ?? $"code=the-code&state={request.State}"));
    }

    private static string GoodToken(AuthorizationRequest request) => Issuer.Sign(Encoding.UTF8.GetBytes(Issuer.Claims(request.Data.Nonce)));

    private static async Task ReadCallbackAsync(byte[] input, Mutations mutations)
    {
        string? sent = null, state = null;
        await SignInAsync(GoodToken, request =>
        {
            state = request.State;
            return sent = Encoding.UTF8.GetString(input).Replace("STATE", request.State, StringComparison.Ordinal);
        });
        Require(sent!.Contains(state!, StringComparison.Ordinal) || Uri.UnescapeDataString(sent).Contains(state!, StringComparison.Ordinal), "nobody signs in without the state");
    }

    private static async Task ReadMetadataAsync(byte[] input, Mutations mutations)
    {
        var (client, replies) = Create();
        replies.Set("/.well-known/openid-configuration", input);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        Require(request.Uri.Scheme == Uri.UriSchemeHttps, "nobody is sent to plain http");
        await client.RequestClientTokenAsync();
    }

    private static async Task ReadSignedAsync(byte[] input, Mutations mutations)
    {
        var token = (await SignInAsync(request => Issuer.Sign(mutations.Damage(Issuer.Claims(request.Data.Nonce))))).IdToken!;
        Require(token.Issuer == Issuer.Address && token.Audiences.Contains(Issuer.ClientId) && token.Subject.Length > 0, "an accepted token is from the issuer, for the client");
        _ = $"{token}{token.AuthenticatedAt}{token.AuthenticationContext}{string.Join(',', token.Claims.Select(claim => claim.Key + claim.Value))}";
    }

    private static async Task ReadChangedAsync(byte[] input, Mutations mutations)
    {
        await SignInAsync(request =>
        {
            var token = GoodToken(request);
            var changed = Encoding.UTF8.GetString(mutations.Damage(token));
            return changed == token ? token + "x" : changed;
        });
        Require(false, "a changed token is refused");
    }

    private static async Task ReadSealedAsync(byte[] input, Mutations mutations)
    {
        var (client, _) = Create();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var inside = mutations.Below(2) == 0;
        var damaged = inside
            ? Base64Url.EncodeToString(Protector.CreateProtector("SdkGen.OAuth.AuthorizationRequest.v1").Protect(mutations.Damage(Encoding.UTF8.GetString(request.Data.Write()))))
            : Encoding.UTF8.GetString(mutations.Damage(request.Protect(Protector)));
        var opened = AuthorizationRequest.Unprotect(damaged, Protector);
        Require(inside || opened.State == request.State, "a damaged seal opens nothing");
    }
}
