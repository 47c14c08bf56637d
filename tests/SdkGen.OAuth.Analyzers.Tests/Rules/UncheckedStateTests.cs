namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1001.</summary>
public sealed class UncheckedStateTests
{
    private const string Redeem = """
            private Task<string> RedeemAsync(string code) => Post(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["client_id"] = _clientId,
                ["client_secret"] = _clientSecret,
            });
        """;

    [Theory]
    [InlineData("""async Task Handle(HttpListenerContext context) { var code = {|OAUTH1001:context.Request.QueryString["code"]|}; await RedeemAsync(code); }""")]
    [InlineData("""async Task Handle(HttpListenerContext context) { var code = {|OAUTH1001:context.Request.QueryString.Get("code")|}; await RedeemAsync(code); }""")]
    [InlineData("""async Task Handle(Uri uri) { var query = HttpUtility.ParseQueryString(uri.Query); await RedeemAsync({|OAUTH1001:query["code"]|}); }""")]
    [InlineData("""async Task Handle() { await RedeemAsync({|OAUTH1001:Request.Query["code"]|}); }""")]
    [InlineData("""async Task Handle() { await RedeemAsync({|OAUTH1001:Request["code"]|}); }""")]
    [InlineData("""async Task Handle(string url) { await RedeemAsync(Regex.Match(url, {|OAUTH1001:"[?&]code=([^&]+)"|}).Groups[1].Value); }""")]
    [InlineData("""public async Task<IActionResult> Callback(string code) { await RedeemAsync({|OAUTH1001:code|}); return Ok(); }""")]
    [InlineData("""public async Task<IActionResult> Callback(string code, string state) { await RedeemAsync({|OAUTH1001:code|}); return Redirect(state); }""")]
    [InlineData("""public async Task<IActionResult> Callback(string code, string state) { if (string.IsNullOrEmpty(state)) return BadRequest(); await RedeemAsync({|OAUTH1001:code|}); return Ok(); }""")]
    [InlineData("""public async Task<IActionResult> Callback(string code, string state) { if (state == "login") await RedeemAsync({|OAUTH1001:code|}); return Ok(); }""")]
    [InlineData("""public IActionResult Callback(AuthorizeResult result) { return Ok(_library.SignIn({|OAUTH1001:result|})); }""")]
    [InlineData("""void Map(WebApplication app) => app.MapGet("/callback", async (string code) => await RedeemAsync({|OAUTH1001:code|}));""")]
    public Task A_code_without_a_check_is_found_however_it_comes_in(string member) => Verify.CodeAsync(InClass(member));

    [Theory]
    [InlineData("""if (state != Session.GetString("expected")) return BadRequest();""")]
    [InlineData("""if (!string.Equals(state, Expected(), StringComparison.Ordinal)) return BadRequest();""")]
    [InlineData("""if (!CryptographicOperations.FixedTimeEquals(Bytes(state), Bytes(Expected()))) return BadRequest();""")]
    [InlineData("""if (!_pending.TryGetValue(state, out var login)) return BadRequest();""")]
    [InlineData("""if (!_pending.Remove(state)) return BadRequest();""")]
    [InlineData("""var login = _pending[state];""")]
    [InlineData("""var login = await _cache.GetStringAsync("login:" + state);""")]
    [InlineData("""var login = _protector.Unprotect(state);""")]
    [InlineData("""if (!IsValid(code, state, out var error)) return BadRequest();""")]
    [InlineData("""CheckState(Request);""")]
    [InlineData("""var login = _logins.FirstOrDefault(one => one.State == state);""")]
    [InlineData("""var result = await _library.ProcessResponseAsync(Request.QueryString.Value, state);""")]
    [InlineData("""if (state is not { } given || given != Expected()) return BadRequest();""")]
    public Task A_code_whose_state_is_checked_is_not(string check) => Verify.CodeAsync(InClass($$"""
        public async Task<object> Callback(string code, string state)
        {
            {{check}}
            await RedeemAsync(code);
            return Ok();
        }
        bool IsValid(string code, string state, out string error) { error = ""; return code != "" && _pending.TryGetValue(Guid.Parse(state), out _); }
        """));

    [Theory]
    [InlineData("""var expected = Request.Query["state"]; if (expected != _sent) return;""")]
    [InlineData("""if (Request.Query["state"] != _sent) return;""")]
    [InlineData("""if (!Request.Query.TryGetValue("state", out var given) || given != _sent) return;""")]
    public Task A_check_of_what_was_read_counts_under_any_name(string check) => Verify.CodeAsync(InClass($$"""
        async Task Handle()
        {
            {{check}}
            await RedeemAsync(Request.Query["code"]);
        }
        """));

    [Theory]
    // Nothing to do with OAuth.
    [InlineData("""public IActionResult Apply(string code) => Ok(_shop.ApplyCoupon(code));""")]
    [InlineData("""public async Task<IActionResult> ConfirmEmail(string userId, string code) { await _userManager.ConfirmEmailAsync(userId, code); return Ok(); }""")]
    [InlineData("""string Error(JsonElement reply) => reply.GetProperty("code").GetString();""")]
    [InlineData("""string Error(JObject error) => (string)error["code"];""")]
    // The state goes with the code to whoever redeems that.
    [InlineData("""AuthorizationAnswer Read(NameValueCollection query) => new AuthorizationAnswer { Code = query["code"], State = query["state"] };""")]
    [InlineData("""async Task Raise() { var query = Request.Query; await Received.Invoke(this, new Answer(query["code"], query["state"])); }""")]
    // The business of whoever calls the library.
    [InlineData("""internal Task<string> ExchangeAsync(string code) => RedeemAsync(code);""")]
    // The server's side.
    [InlineData("""string Token() { var grant = Request.Form["grant_type"]; return _codes.Redeem(Request.Form["code"]); }""")]
    public Task Other_codes_and_other_peoples_checks_are_not(string member) => Verify.CodeAsync(InClass(member));

    [Fact]
    public Task Handlers_of_a_framework_have_checked_already() => Verify.CodeAsync("""
        class AcmeHandler : OAuthHandler<AcmeOptions>
        {
            protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) => Post(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code", ["code"] = context.Code, ["redirect_uri"] = context.RedirectUri, ["client_secret"] = Options.ClientSecret,
            });
        }
        """);

    [Fact]
    public Task A_type_that_keeps_the_state_without_comparing_it_is_told_so_there() => Verify.CodeAsync("""
        using System.Collections.Specialized;
        class OAuthClient
        {
            public string State { get; private set; }
            void Read(NameValueCollection parameters) { {|OAUTH1001:State = parameters["state"]|}; }
            protected virtual void Prepare(PrepareArgs args) => args.Request.AddObject(new { code = args.Parameters.Get("code"), client_secret = Secret, grant_type = "authorization_code" });
        }
        """);

    [Fact]
    public Task A_framework_that_calls_an_override_has_checked_already() => Verify.CodeAsync("""
        class AcmeClient : OAuth2Client
        {
            public override Result VerifyAuthentication(HttpContextBase request, Uri page) => SignIn(QueryAccessToken(page, request.Request.QueryString["code"]));
        }
        """);

    [Fact]
    public Task A_base_of_ones_own_is_no_framework() => Verify.CodeAsync("""
        class HttpContext { public Request Request { get; } }
        abstract class LoginProvider
        {
            public abstract Token ProcessAuthorization(HttpContext args);
        }
        class ZoomLoginProvider : LoginProvider
        {
            public override Token ProcessAuthorization(HttpContext args) => GetAccessToken({|OAUTH1001:args.Request["code"]|});
        }
        """);

    [Theory]
    [InlineData("""public string Code { get => GetParameter(Parameters.Code); set => SetParameter(Parameters.Code, value); }""")]
    [InlineData("""void Validate(Context context) { if (context.Request.RequestData.GetStr(TokenRequestParameters.Code) == null) throw new OAuthException(); }""")]
    public Task A_message_and_a_server_that_reads_it_are_no_callback(string member) => Verify.CodeAsync($$"""
        class OAuthRequest
        {
            {{member}}
        }
        """);

    [Fact]
    public Task A_switch_is_found() => Verify.CodeAsync("""class C { void M(OAuthOptions options) { {|OAUTH1001:options.RequireStateValidation = false|}; } }""");

    [Fact]
    public Task Tests_are_left_alone() => Verify.CodeAsync(InClass("""async Task Handle() => await RedeemAsync(Request.Query["code"]);"""), path: "/src/Acme.Tests/Callback.cs");

    [Fact]
    public Task Methods_that_check_can_be_named() => Verify.CodeAsync(
        InClass("""async Task Handle(string state) { SameBrowser(state); await RedeemAsync(Request.Query["code"]); } void SameBrowser(string s) { }"""),
        options: "sdkgen_oauth.state_validator_methods = SameBrowser");

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InClass("""
        #pragma warning disable OAUTH1001 // The proxy in front of this compares it.
        async Task Handle() => await RedeemAsync(Request.Query["code"]);
        #pragma warning restore OAUTH1001
        """));

    private static string InClass(string member) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Specialized;
        using System.Linq;
        using System.Net;
        using System.Security.Cryptography;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using System.Threading.Tasks;
        using System.Web;
        class CallbackController : Controller
        {
            private readonly Dictionary<Guid, string> _pending = new();
        {{member}}
        {{Redeem}}
        }
        """;
}
