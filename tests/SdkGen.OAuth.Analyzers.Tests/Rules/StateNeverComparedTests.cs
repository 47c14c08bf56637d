namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1006.</summary>
public sealed class StateNeverComparedTests
{
    [Theory]
    [InlineData("""return $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={{|OAUTH1006:Guid.NewGuid()|}}";""")]
    [InlineData("""return _api.GetAuthorizationUrl({|OAUTH1006:Guid.NewGuid().ToString()|});""")]
    [InlineData("""return base.GetLoginLinkUri({|OAUTH1006:given ?? Guid.NewGuid().ToString("N")|});""")]
    [InlineData("""var state = {|OAUTH1006:Guid.NewGuid().ToString("N")|}; return $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={state}";""")]
    public Task A_state_that_is_only_sent_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""var state = Guid.NewGuid().ToString("N"); _session["state"] = state; return Url(state);""")]
    [InlineData("""var state = Guid.NewGuid().ToString("N"); _expected = state; return Url(state);""")]
    [InlineData("""var state = Guid.NewGuid().ToString("N"); Response.Cookies.Append("login", state); return Url(state);""")]
    [InlineData("""var state = Guid.NewGuid().ToString("N"); var answer = Open(Url(state)); if (answer.State != state) throw new Exception(); return answer.Code;""")]
    [InlineData("""var state = Guid.NewGuid().ToString("N"); _pending.TryAdd(state, id); return Url(state);""")]
    [InlineData("""_session["state"] = Guid.NewGuid().ToString("N"); return Url(_session["state"]);""")]
    public Task A_state_that_is_kept_is_not(string statement) => Verify.CodeAsync(InMethod(statement + """

        string Url(string state) => $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={state}";
        """));

    [Fact]
    public Task A_default_of_a_request_weighs_less() => Verify.CodeAsync("""
        using System;
        class AuthorizeRequest
        {
            public string ClientId { get; set; }
            public string State { get; set; } = {|#0:Guid.NewGuid().ToString("N")|};
        }
        """, Verify.Info("OAUTH1006"));

    [Fact]
    public Task A_comparison_with_itself_is_found() => Verify.CodeAsync("""
        class OAuthController
        {
            public async Task<IActionResult> Callback(string code, string state, string expectedState)
            {
                if ({|#0:{|OAUTH1006:state != state|}|}) return BadRequest();
                return Ok();
            }
        }
        """, Verify.Info("OAUTH1008"));

    [Theory]
    [InlineData("return (await acme.{|OAUTH1006:CreateAuthorizationRequestAsync|}(new() { RedirectUri = uri })).Uri;")]
    [InlineData("var request = await acme.{|OAUTH1006:CreateAuthorizationRequestAsync|}(new() { RedirectUri = uri }); return request.Uri;")]
    [InlineData("await acme.{|OAUTH1006:CreateAuthorizationRequestAsync|}(new() { RedirectUri = uri }); return uri;")]
    [InlineData("var request = await acme.CreateAuthorizationRequestAsync(new() { RedirectUri = uri }); kept.Add(request); return request.Uri;")]
    [InlineData("var request = await acme.CreateAuthorizationRequestAsync(new() { RedirectUri = uri }); cookie = request.Protect(protector); return request.Uri;")]
    public Task A_request_of_this_library_has_to_be_kept(string statement) => Verify.CodeAsync($$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using SdkGen.OAuth;
        class C
        {
            string cookie = "";
            async Task<Uri> M(IAuthorizationCodeGrant acme, Uri uri, List<AuthorizationRequest> kept, dynamic protector)
            {
        {{statement}}
            }
        }
        """);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH1006\n" + InMethod("return _api.GetAuthorizationUrl(Guid.NewGuid().ToString());"));

    private static string InMethod(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        class C : OAuthClient
        {
            string M(string id, string uri, string given)
            {
        {{statement}}
            }
        }
        """;
}
