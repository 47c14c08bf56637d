using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace SdkGen.OAuth.Tests.Hostile;

/// <summary>Numbers, dates and letters of the machine's language have no place in the protocol.</summary>
public sealed class CultureTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public async Task A_login_is_the_same_in_every_language(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);
        var wire = new Wire()
            .Always("/.well-known/openid-configuration", TestIssuer.Metadata())
            .Always("/keys", issuer.Keys)
            .Always("/me", """{"sub":"user-1","updated_at":"1700000000.5","email_verified":"TRUE"}""");
        var client = Clients.Create<IIdp>(wire);
        var started = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb"), MaxAge = TimeSpan.FromHours(1.5) });
        Assert.Contains("max_age=5400", started.Uri.Query, StringComparison.Ordinal);

        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var request = AuthorizationRequest.Unprotect(started.Protect(protector), protector);
        var claims = TestIssuer.Claims(request.Data.Nonce);
        claims["auth_time"] = TestIssuer.Now - 1.5;
        wire.Answer("/token", $$"""{"access_token":"at","token_type":"BEARER","expires_in":"3600.5","id_token":"{{issuer.Sign(claims, header => header["typ"] = "APPLICATION/JWT")}}"}""");
        var token = await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
        var user = await client.GetUserInfoAsync(new UserInfoRequest(token));

        Assert.Equal(3600.5, token.ExpiresIn!.Value.TotalSeconds);
        Assert.Equal("Bearer", token.TokenType);
        Assert.True(user.EmailVerified);
        Assert.Equal(1_700_000_000, user.UpdatedAt!.Value.ToUnixTimeSeconds());
        Assert.Equal("Bearer at", wire.Last.Authorization);

        claims["iat"] = TestIssuer.Now + 1000;
        wire.Answer("/token", $$"""{"access_token":"at","id_token":"{{issuer.Sign(claims)}}"}""");
        var again = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        var exception = await Clients.FailsAsync(OAuthFailure.IdTokenIssuedAt, () => client.RedeemAuthorizationCodeAsync(again, Clients.Callback(again)));
        Assert.Contains(DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }
}
