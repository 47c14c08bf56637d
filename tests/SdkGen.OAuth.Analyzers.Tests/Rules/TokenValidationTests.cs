using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6001: the issuer, audience or lifetime of a token is not checked.</summary>
public sealed class TokenValidationTests
{
    [Theory]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:ValidateIssuer = false|} };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:ValidateAudience = false|}, ValidIssuer = "https://login.acme.example" };""")]
    [InlineData("""var p = new TokenValidationParameters(); {|OAUTH6001:p.ValidateLifetime = false|};""")]
    [InlineData("""options.TokenValidationParameters = new() { {|OAUTH6001:ValidateIssuer = false|} };""")]
    [InlineData("""{|OAUTH6001:options.TokenValidationParameters.ValidateIssuer = false|};""")]
    [InlineData("""{|OAUTH6001:options.TokenValidationParameters.RequireExpirationTime = false|};""")]
    [InlineData("""const bool Check = false; var p = new TokenValidationParameters { {|OAUTH6001:ValidateIssuer = Check|} };""")]
    [InlineData("""var check = false; var p = new TokenValidationParameters { {|OAUTH6001:ValidateIssuer = check|} };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:IssuerValidator = (issuer, token, parameters) => issuer|} };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:AudienceValidator = (audiences, token, parameters) => true|} };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:LifetimeValidator = delegate { return true; }|} };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:IssuerValidatorAsync = (issuer, token, parameters) => Task.FromResult(issuer)|} };""")]
    [InlineData("""var payload = await {|OAUTH6001:GoogleJsonWebSignature.ValidateAsync|}(idToken);""")]
    public Task A_check_that_is_always_off_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var p = new TokenValidationParameters { ValidateIssuer = true, ValidateAudience = true, ValidateLifetime = true };""")]
    [InlineData("""var p = new TokenValidationParameters { ValidateIssuer = configuration.GetValue<bool>("ValidateIssuer") };""")]
    [InlineData("""var p = new TokenValidationParameters { ValidateIssuer = !environment.IsDevelopment() };""")]
    [InlineData("""var check = false; if (DateTime.UtcNow.Year > 2000) check = true; var p = new TokenValidationParameters { ValidateIssuer = check };""")]
    [InlineData("""if (environment.IsDevelopment()) { options.TokenValidationParameters.ValidateIssuer = false; }""")]
    [InlineData("""if (!environment.IsProduction()) options.TokenValidationParameters.ValidateIssuer = false;""")]
    [InlineData("""if (environment.IsProduction()) { } else { options.TokenValidationParameters.ValidateIssuer = false; }""")]
    [InlineData("""var p = new TokenValidationParameters { ValidateIssuer = false, IssuerValidator = (issuer, token, parameters) => Known(issuer) };""")]
    [InlineData("""var p = new TokenValidationParameters { LifetimeValidator = (from, until, token, parameters) => until > DateTime.UtcNow };""")]
    [InlineData("""var p = new TokenValidationParameters { ValidateTokenReplay = false, ValidateActor = false };""")]
    [InlineData("""var payload = await GoogleJsonWebSignature.ValidateAsync(idToken, new() { Audience = [clientId] });""")]
    public Task A_check_that_is_on_or_can_be_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task A_validator_elsewhere_in_the_class_is_followed() => Verify.CodeAsync(InCode.Type("""
            void M(TokenValidationParameters p)
            {
                {|OAUTH6001:p.LifetimeValidator = Any|};
                p.AudienceValidator = Known;
            }

            static bool Any(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters) => true;
            static bool Known(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters) => audiences.Contains("a");
        """));

    [Fact]
    public Task An_option_of_the_application_that_has_the_same_name_is_not_it() => Verify.CodeAsync(InCode.Type("""
            public bool ValidateIssuer { get; set; }
            void M(OAuthThing other) => other.ValidateIssuer = false;
        """));

    /// <summary>Each of these is of less weight: the corpus holds that, with its marks.</summary>
    [Theory]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:ValidateIssuer = false|}, {|OAUTH6001:ValidateAudience = false|}, IssuerSigningKey = key };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6001:ValidateIssuerSigningKey = false|} };""")]
    [InlineData("""if (settings.AnyIssuer) {|OAUTH6001:options.TokenValidationParameters.ValidateIssuer = false|};""")]
    public Task Where_something_else_may_make_up_for_it_a_hint_remains(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""options.TokenValidationParameters.ValidateLifetime = false;"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""{|OAUTH6001:options.TokenValidationParameters.ValidateLifetime = false|};"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH6001 // The reason.
        options.TokenValidationParameters.ValidateIssuer = false;
        #pragma warning restore OAUTH6001
        """));

    [Fact]
    public Task The_fix_switches_the_check_on() => Verify.CodeFixAsync<OAuthCodeAnalyzer, SwitchOnCheckCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            TokenValidationParameters One() => new() { {|OAUTH6001:ValidateAudience = false|}, ValidIssuer = "https://login.acme.example" };

            void Two(TokenValidationParameters parameters)
            {
                {|OAUTH6001:parameters.ValidateLifetime = false|};
                {|OAUTH6001:parameters.LifetimeValidator = (from, until, token, all) => true|};
                parameters.ValidIssuer = "https://login.acme.example";
            }
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            TokenValidationParameters One() => new() { ValidateAudience = true, ValidIssuer = "https://login.acme.example" };

            void Two(TokenValidationParameters parameters)
            {
                parameters.ValidateLifetime = true;
                parameters.ValidIssuer = "https://login.acme.example";
            }
        }
        """ + Libraries.Body,
        iterations: 3);
}
