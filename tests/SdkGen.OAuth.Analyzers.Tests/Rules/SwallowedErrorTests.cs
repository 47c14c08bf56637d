using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH8001: nobody learns why there is no token.</summary>
public sealed class SwallowedErrorTests
{
    [Theory]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } {|OAUTH8001:catch { }|}""")]
    [InlineData("""try { await acme.RedeemAuthorizationCodeAsync(request, response); } {|OAUTH8001:catch (OAuthException) { ok = false; }|}""")]
    [InlineData("""try { await client.RequestClientCredentialsTokenAsync(request); } {|OAUTH8001:catch (Exception e) { token = null; }|}""")]
    [InlineData("""var form = new { grant_type = "client_credentials" }; try { await http.PostAsync(url, form); } {|OAUTH8001:catch (HttpRequestException) { }|}""")]
    public Task An_error_that_nobody_sees_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } catch (Exception e) { logger.LogError(e, "no token"); }""")]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } catch { Console.WriteLine("no token"); }""")]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } catch (OAuthException e) { error = e.Failure; }""")]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } catch (OAuthException e) when (e.Failure == OAuthFailure.Timeout) { }""")]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } catch (OperationCanceledException) { }""")]
    [InlineData("""try { await acme.RequestClientTokenAsync(); } catch { throw; }""")]
    [InlineData("""for (var i = 0; i < 3; i++) { try { await acme.RequestClientTokenAsync(); } catch { } }""")]
    [InlineData("""try { await http.PostAsync(url, order); } catch { } // no OAuth""")]
    public Task One_that_somebody_sees_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task A_method_that_only_tries_is_not() => Verify.CodeAsync(InCode.Type("""
            async Task<bool> TryRefresh(IAcme acme) { try { await acme.RequestClientTokenAsync(); return true; } catch { return false; } }
        """));

    [Fact]
    public Task A_request_that_is_an_object_of_its_own_is() => Verify.CodeAsync(InCode.Type("""
            bool SignIn(string id, string secret)
            {
                using (var request = new TokenRequest { ClientId = id, ClientSecret = secret })
                {
                    try
                    {
                        request.Perform();
                    }
                    {|OAUTH8001:catch
                    {
                        return false;
                    }|}

                    return true;
                }
            }
        """));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""try { await acme.RequestClientTokenAsync(); } catch { }"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""try { await acme.RequestClientTokenAsync(); } {|OAUTH8001:catch { }|}"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH8001 // The reason.
        try { await acme.RequestClientTokenAsync(); } catch { }
        #pragma warning restore OAUTH8001
        """));

    [Fact]
    public Task The_fix_lets_it_through() => Verify.CodeFixAsync<OAuthCodeAnalyzer, LetErrorThroughCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            async Task<string?> One(IClientCredentialsGrant acme)
            {
                try
                {
                    return (await acme.RequestClientTokenAsync()).AccessToken;
                }
                {|OAUTH8001:catch (OAuthException)
                {
                    return null;
                }|}
            }

            async Task Two(IClientCredentialsGrant acme)
            {
                try
                {
                    await acme.RequestClientTokenAsync();
                }
                {|OAUTH8001:catch
                {
                }|}
            }
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            async Task<string?> One(IClientCredentialsGrant acme)
            {
                try
                {
                    return (await acme.RequestClientTokenAsync()).AccessToken;
                }
                catch (OAuthException)
                {
                    throw;
                }
            }

            async Task Two(IClientCredentialsGrant acme)
            {
                try
                {
                    await acme.RequestClientTokenAsync();
                }
                catch
                {
                    throw;
                }
            }
        }
        """ + Libraries.Body,
        iterations: 2);
}
