using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Scheme;

/// <summary>Sign-in by an authentication scheme.</summary>
public sealed class SignInTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_page_that_needs_a_user_sends_them_to_the_provider_and_back()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);

        Assert.Equal("Alice Adams?page=2", (await browser.OpenAsync("/private?page=2")).Text);
        Assert.Equal("Alice Adams", (await browser.GetAsync("/private")).Text);
    }

    [Fact]
    public async Task The_claims_are_those_of_the_ID_token_and_of_user_info_by_their_own_names()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);

        var claims = (await browser.OpenAsync("/claims")).Text.Split('\n');

        Assert.Contains("sub=alice", claims);
        Assert.Contains("name=Alice Adams", claims);
        Assert.Contains("email=alice@example.com", claims);
        Assert.Contains("email_verified=true", claims);
        Assert.Contains("iss=" + _server.Issuer, claims);
        Assert.Single(claims, claim => claim.StartsWith(OAuthClaims.Session + "=", StringComparison.Ordinal));
        Assert.DoesNotContain(claims, claim => claim.Split('=')[0] is "nonce" or "at_hash" or "aud" or "exp" or "iat");
    }

    [Fact]
    public async Task User_info_of_a_type_of_ones_own_is_mapped()
    {
        await using var app = await StartAsync<ITyped>(services => services.AddTyped(WebApp.At(_server)), options =>
            options.MapUser((ClaimsIdentity identity, TypedUser user) => identity.AddClaim(new("mail", user.Email!))));
        using var browser = new Browser(app, _server);

        Assert.Contains("mail=alice@example.com", (await browser.OpenAsync("/claims")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_OpenID_Connect_user_info_says_who_the_user_is()
    {
        await using var app = await StartAsync<IPlain>(services => services.AddPlain(WebApp.At(_server)));
        using var browser = new Browser(app, _server);

        Assert.Contains("sub=alice", (await browser.OpenAsync("/claims")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_signed_in_if_nothing_says_who_they_are()
    {
        await using var app = await StartAsync<ISilent>(services => services.AddSilent(WebApp.At(_server)));
        using var browser = new Browser(app, _server);

        var page = await browser.OpenAsync("/claims");

        Assert.Equal(OAuthFailure.InvalidConfiguration, page.Failure);
        Assert.Null(browser.Find(".AspNetCore.Cookies"));
    }

    [Fact]
    public async Task An_event_adds_claims_and_says_where_the_user_goes()
    {
        await using var app = await SchemeApp.StartAsync(_server, options => options.Events.OnSigningIn = context =>
        {
            context.Identity.AddClaim(new("roles", "admin-of-" + context.Token.IdToken!.Subject));
            context.Properties.RedirectUri = "/claims";
            return Task.CompletedTask;
        });
        using var browser = new Browser(app, _server);

        var page = await browser.OpenAsync("/private");

        Assert.Equal("/claims", page.Path);
        Assert.Contains("roles=admin-of-alice", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_throws_signs_nobody_in()
    {
        await using var app = await SchemeApp.StartAsync(_server, options => options.Events.OnSigningIn = _ =>
            throw new OAuthException(OAuthFailure.Unknown, "Only staff may sign in."));
        using var browser = new Browser(app, _server);

        var page = await browser.OpenAsync("/private");

        Assert.Equal(OAuthFailure.Unknown, page.Failure);
        Assert.Null(browser.Find(".AspNetCore.Cookies"));
    }

    [Fact]
    public async Task A_failure_goes_to_the_page_of_the_application()
    {
        await using var app = await SchemeApp.StartAsync(_server, options => options.ErrorPath = "/error");
        using var browser = new Browser(app, _server);

        var page = await browser.GetAsync("/signin-acme?code=x&state=y");

        Assert.Equal("/error?failure=LoginCookieMissing", page.Location?.PathAndQuery);
    }

    [Fact]
    public async Task An_event_answers_a_failure()
    {
        await using var app = await SchemeApp.StartAsync(_server, options => options.Events.OnLoginFailed = context =>
        {
            context.HandleResponse();
            return context.HttpContext.Response.WriteAsync($"sorry: {context.Exception.Error}, back to {context.ReturnUrl}");
        });
        using var browser = new Browser(app, _server, user: "nobody");

        Assert.StartsWith("sorry: access_denied", (await browser.OpenAsync("/private")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData(@"/\evil.example")]
    public async Task A_challenge_returns_to_this_site_alone(string returnUrl)
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);

        Assert.Equal("home of Alice Adams", (await browser.OpenAsync("/login?returnUrl=" + returnUrl)).Text);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Warning 103", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_is_told_401_and_begins_no_sign_in()
    {
        await using var app = await SchemeApp.StartAsync(_server);
        using var browser = new Browser(app, _server);

        var page = await browser.GetAsync("/private", ("Sec-Fetch-Mode", "cors"));

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Empty(browser.SetCookies);
    }

    [Fact]
    public async Task Who_may_not_is_told_so_by_the_sign_in_scheme()
    {
        await using var app = await SchemeApp.StartAsync(_server, map: app => app.MapGet("/admin", (RequestDelegate)(http => Task.CompletedTask))
            .RequireAuthorization(new AuthorizationPolicyBuilder("Acme").RequireClaim("roles", "admin").Build()));
        using var browser = new Browser(app, _server);
        await browser.OpenAsync("/private");

        Assert.Equal("/Account/AccessDenied", (await browser.GetAsync("/admin")).Location?.AbsolutePath);
    }

    [Fact]
    public async Task The_scheme_knows_its_own_users_from_those_of_others()
    {
        await using var app = await SchemeApp.StartAsync(_server, map: app =>
        {
            app.MapGet("/who", (RequestDelegate)(async http =>
                await http.Response.WriteAsync((await http.AuthenticateAsync("Acme")).Succeeded.ToString())));
            app.MapGet("/password", (RequestDelegate)(http =>
                http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(new ClaimsIdentity([new("sub", "local")], "Password")))));
        });
        using var browser = new Browser(app, _server);
        using var local = new Browser(app);
        await browser.OpenAsync("/private");
        await local.GetAsync("/password");

        Assert.Equal("True", (await browser.GetAsync("/who")).Text);
        Assert.Equal("False", (await local.GetAsync("/who")).Text);
    }

    [Fact]
    public async Task The_options_and_the_challenge_state_parameters_of_the_request()
    {
        await using var app = await SchemeApp.StartAsync(
            _server,
            options => options.Request = (parameters, http) => parameters with { UiLocales = ["de"], Prompt = "consent" },
            map: app => app.MapGet("/again", (RequestDelegate)(http => http.ChallengeAsync(
                "Acme", new AuthenticationProperties().WithAuthorizationRequest(parameters => parameters with { Prompt = "login" })))));
        using var browser = new Browser(app, _server);

        Assert.Contains("prompt=consent&ui_locales=de", (await browser.BeginAsync("/private")).Query, StringComparison.Ordinal);
        Assert.Contains("prompt=login&ui_locales=de", (await browser.BeginAsync("/again")).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_application_keeps_with_a_challenge_is_there_at_the_sign_in()
    {
        string? kept = null;
        await using var app = await SchemeApp.StartAsync(
            _server,
            options => options.Events.OnSigningIn = context =>
            {
                kept = context.Properties.Items["invitation"];
                return Task.CompletedTask;
            },
            map: app => app.MapGet("/join", (RequestDelegate)(http => http.ChallengeAsync(
                "Acme", new(new Dictionary<string, string?> { ["invitation"] = "42" }) { RedirectUri = "/", IsPersistent = true }))));
        using var browser = new Browser(app, _server);

        await browser.OpenAsync("/join");

        Assert.Equal("42", kept);
        Assert.NotEqual(default, browser.Cookies.GetCookies(WebApp.Address)[".AspNetCore.Cookies"]!.Expires);
    }

    [Fact]
    public async Task A_posted_callback_passes_although_the_application_has_antiforgery()
    {
        await using var app = await WebApp.StartAsync(
            services =>
            {
                services.AddPosting(WebApp.At(_server));
                services.AddAntiforgery();
                services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<IPosting>();
                services.AddAuthorization();
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseAntiforgery();
                app.MapGet("/private", (RequestDelegate)(http => http.Response.WriteAsync(http.User.FindFirst("sub")!.Value))).RequireAuthorization();
            });
        using var browser = new Browser(app, _server);

        Assert.Equal("alice", (await browser.OpenAsync("/private")).Text);
    }

    [Fact]
    public async Task Several_providers_and_several_registrations_of_one_stand_side_by_side()
    {
        await using var app = await WebApp.StartAsync(
            services =>
            {
                services.AddAcme("blue", options => WebApp.At(_server)(options));
                services.AddAcme("red", options => WebApp.At(_server)(options));
                services.AddPlain(WebApp.At(_server));
                services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie()
                    .AddOAuthScheme<IAcme>(name: "blue")
                    .AddOAuthScheme<IAcme>(name: "red", scheme: "rouge")
                    .AddOAuthScheme<IPlain>();
                services.AddAuthorization();
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet("/login/{scheme}", (RequestDelegate)(http => http.ChallengeAsync((string)http.Request.RouteValues["scheme"]!, new() { RedirectUri = "/" })));
                app.MapGet("/", (RequestDelegate)(http => http.Response.WriteAsync(http.User.Identity!.AuthenticationType!)));
                app.MapGet("/private", (RequestDelegate)(http => Task.CompletedTask)).RequireAuthorization();
            });
        using var browser = new Browser(app, _server);

        Assert.Equal("/Account/Login", (await browser.GetAsync("/private")).Location?.AbsolutePath);
        foreach (var scheme in new[] { "blue", "rouge", "Plain" })
        {
            Assert.Contains($"%2Fsignin-{scheme.ToLowerInvariant()}&", (await browser.BeginAsync("/login/" + scheme)).Query, StringComparison.Ordinal);
            Assert.Equal(scheme, (await browser.OpenAsync("/login/" + scheme)).Text);
        }
    }

    [Fact]
    public async Task AR_26_A_callback_at_the_path_of_another_scheme_is_refused()
    {
        await using var app = await WebApp.StartAsync(
            services =>
            {
                services.AddAcme(WebApp.At(_server)).AddPlain(WebApp.At(_server));
                services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<IAcme>().AddOAuthScheme<IPlain>();
            },
            app =>
            {
                app.UseAuthentication();
                app.MapGet("/login", (RequestDelegate)(http => http.ChallengeAsync("Acme")));
            });
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));

        var page = await browser.GetAsync(callback.RequestUri!.PathAndQuery.Replace("signin-acme", "signin-plain", StringComparison.Ordinal));

        Assert.Equal(OAuthFailure.ForeignRequest, page.Failure);
    }

    [Fact]
    public async Task A_scheme_without_one_that_keeps_users_signed_in_says_so()
    {
        await using var app = await WebApp.StartAsync(
            services =>
            {
                services.AddAcme(WebApp.At(_server));
                services.AddAuthentication().AddOAuthScheme<IAcme>();
            },
            app =>
            {
                app.UseAuthentication();
                app.MapGet("/login", (RequestDelegate)(http => http.ChallengeAsync("Acme")));
            });
        using var browser = new Browser(app, _server);

        Assert.Equal(OAuthFailure.InvalidConfiguration, (await browser.GetAsync("/login")).Failure);
        Assert.Contains(app.Log.Lines, line => line.Contains("AddCookie()", StringComparison.Ordinal));
    }

    private static Task<WebApp> StartAsync<T>(Action<IServiceCollection> add, Action<OAuthSchemeOptions<T>>? configure = null)
        where T : class, IAuthorizationCodeGrant, IOAuthProvider<T> => WebApp.StartAsync(
            services =>
            {
                add(services);
                services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme(configure);
                services.AddAuthorization();
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet("/claims", (RequestDelegate)(http => http.Response.WriteAsync(
                    string.Join('\n', http.User.Claims.Select(claim => $"{claim.Type}={claim.Value}"))))).RequireAuthorization();
            });
}
