using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5001.</summary>
public sealed class SecretWrittenTests
{
    [Theory]
    [InlineData("""Console.WriteLine({|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine("Token: " + {|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine($"Token: {{|OAUTH5001:accessToken|}}");""")]
    [InlineData("""Console.WriteLine("Token: {0}", {|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine(string.Format("Token: {0}", {|OAUTH5001:accessToken|}));""")]
    [InlineData("""Console.Error.WriteLine({|OAUTH5001:result.RefreshToken|});""")]
    [InlineData("""Console.WriteLine($"{{|OAUTH5001:result?.RefreshToken|} ?? "none"}");""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine({|OAUTH5001:result.IdentityToken|});""")]
    [InlineData("""System.Diagnostics.Trace.WriteLine({|OAUTH5001:clientSecret|});""")]
    [InlineData("""Debug.Log({|OAUTH5001:accessToken|});""")]
    [InlineData("""_logger.LogInformation("Signed in with {Token}", {|OAUTH5001:accessToken|});""")]
    [InlineData("""_logger.LogError(new Exception(), "Refused: {Secret}", {|OAUTH5001:_options.ClientSecret|});""")]
    [InlineData("""Log.Information("Token {Token}", {|OAUTH5001:accessToken|});""")]
    [InlineData("""log.Info($"Token {{|OAUTH5001:accessToken|}}");""")]
    [InlineData("""XTrace.WriteLine("token {0}", {|OAUTH5001:result.AccessToken|});""")]
    [InlineData("""MessageBox.Show({|OAUTH5001:accessToken|});""")]
    [InlineData("""ViewBag.Token = {|OAUTH5001:accessToken|};""")]
    [InlineData("""ViewData["Token"] = {|OAUTH5001:accessToken|};""")]
    [InlineData("""resultLabel.Text = {|OAUTH5001:accessToken|};""")]
    [InlineData("""throw new InvalidOperationException("Bad token " + {|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:json["access_token"]|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:json.GetProperty("refresh_token").GetString()|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:await context.GetTokenAsync("access_token")|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:await GetAccessTokenAsync()|});""")]
    [InlineData("""var t = accessToken; Console.WriteLine({|OAUTH5001:t|});""")]
    [InlineData("""var line = $"Token {accessToken}"; Console.WriteLine({|OAUTH5001:line|});""")]
    [InlineData("""var token = await client.GetTokenAsync(); Console.WriteLine({|OAUTH5001:token|});""")]
    [InlineData("""request.Headers.Authorization = new("Bearer", jwt); Console.WriteLine({|OAUTH5001:jwt|});""")]
    [InlineData("""_logger.LogWarning("Login {Code}", {|OAUTH5001:auth.Token|});""")]
    [InlineData("""_service.WriteLog("UserInfo {0} {1}", user, {|OAUTH5001:accessToken|});""")]
    [InlineData("""_ = new { client_id = id }; XTrace.WriteLine("refused: {0}, token={1}", why, {|OAUTH5001:token|});""")]
    [InlineData("""output({|OAUTH5001:accessToken|});""")]
    [InlineData("""logBox.AppendText({|OAUTH5001:accessToken|});""")]
    [InlineData("""activity?.SetTag("token", {|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:context.GetTokenAsync("access_token").Result|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:json.Value<string>("access_token")|});""")]
    [InlineData("""return Content({|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:configuration["Acme:ClientSecret"]|});""")]
    [InlineData("""WriteLog("Token " + {|OAUTH5001:accessToken|});""")]
    [InlineData("""Console.WriteLine($"PAT: {{|OAUTH5001:result.PatToken.Token|}}");""")]
    public Task A_token_or_secret_is_found_wherever_it_is_written(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""Console.WriteLine({|OAUTH5001:tokenResponse.Json|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:tokenResult.Doc.ToJson(true)|});""")]
    [InlineData("""Console.WriteLine({|OAUTH5001:JsonSerializer.Serialize(tokenResponse)|});""")]
    [InlineData("""var reply = await http.PostAsync("https://login.acme.example/oauth/token", form); var text = await reply.Content.ReadAsStringAsync(); _logger.LogInformation({|OAUTH5001:text|});""")]
    [InlineData("""var reply = await http.PostAsync(_options.TokenEndpoint, form); Console.WriteLine({|OAUTH5001:await reply.Content.ReadAsStringAsync()|});""")]
    [InlineData("""var tokenRequest = (HttpWebRequest)WebRequest.Create(uri); using var answer = tokenRequest.GetResponse(); using var reader = new StreamReader(answer.GetResponseStream()); var body = reader.ReadToEnd(); Console.WriteLine({|OAUTH5001:body|});""")]
    [InlineData("""var reply = http.PostAsync(_options.TokenEndpoint, form).Result; var text = reply.Content.ReadAsStringAsync().Result; Console.WriteLine({|OAUTH5001:text|});""")]
    [InlineData("""var rest = new RestClient("https://login.acme.example/oauth/token"); var reply = rest.Execute(request); Console.WriteLine({|OAUTH5001:reply.Content|});""")]
    [InlineData("""var web = UnityWebRequest.Post(tokenUrl, form); Debug.Log({|OAUTH5001:web.downloadHandler.text|});""")]
    [InlineData("""var reply = await http.PostAsync(_options.TokenEndpoint, form); Console.WriteLine({|OAUTH5001:JObject.Parse(await reply.Content.ReadAsStringAsync())|});""")]
    public Task The_whole_reply_of_a_token_endpoint_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""Console.WriteLine(nameof(accessToken));""")]
    [InlineData("""Console.WriteLine($"{nameof(Step.AccessToken)}");""")]
    [InlineData("""Console.WriteLine(Step.AccessToken);""")]
    [InlineData("""Console.WriteLine(OAuthConstants.AccessToken);""")]
    [InlineData("""Console.WriteLine("access token");""")]
    [InlineData("""Console.WriteLine(accessToken.Length);""")]
    [InlineData("""_logger.LogInformation($"Deleted {refreshTokens.Count} refresh tokens");""")]
    [InlineData("""_logger.Verbose(() => "FRT found? " + (familyRefreshToken != null));""")]
    [InlineData("""Console.WriteLine(accessToken is null);""")]
    [InlineData("""Console.WriteLine(string.IsNullOrEmpty(accessToken) ? "none" : "some");""")]
    [InlineData("""Console.WriteLine($"Token: {accessToken[..10]}…");""")]
    [InlineData("""Console.WriteLine($"Token: {accessToken.Substring(0, 4)}");""")]
    [InlineData("""Console.WriteLine(accessToken.Length > 10 ? accessToken[..10] : accessToken);""")]
    [InlineData("""Console.WriteLine(Abbrev(accessToken));""")]
    [InlineData("""Console.WriteLine(Hash(result.AccessToken));""")]
    [InlineData("""Console.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(accessToken))));""")]
    [InlineData("""Console.WriteLine(tokenResponse.ExpiresIn);""")]
    [InlineData("""Console.WriteLine(tokenResponse.Error);""")]
    [InlineData("""Console.WriteLine(cancellationToken);""")]
    [InlineData("""Console.WriteLine(nextPageToken);""")]
    [InlineData("""Console.WriteLine($"Access token page {pageToken} {csrfToken} {syntaxToken}");""")]
    [InlineData("""Console.WriteLine(hasAccessToken);""")]
    [InlineData("""Console.WriteLine(maskedAccessToken);""")]
    [InlineData("""LogIn(accessToken);""")]
    [InlineData("""LogOut(result.IdToken);""")]
    [InlineData("""_client.SignIn(accessToken);""")]
    [InlineData("""tokenBox.Text = accessToken;""")]
    [InlineData("""throw new ArgumentException("No token", nameof(accessToken));""")]
    [InlineData("""var reply = await http.GetAsync("https://api.acme.example/me"); Console.WriteLine(await reply.Content.ReadAsStringAsync());""")]
    [InlineData("""var reply = await http.PostAsync(_options.TokenEndpoint, form); if (!reply.IsSuccessStatusCode) { _logger.LogError(await reply.Content.ReadAsStringAsync()); }""")]
    [InlineData("""const string AccessTokenKey = "access_token"; Console.WriteLine(AccessTokenKey);""")]
    [InlineData("""bool needsRefreshToken = true, useIdToken = true; Console.WriteLine(useIdToken && needsRefreshToken);""")]
    [InlineData("""int accessToken2 = 3; bool idToken = true; Console.WriteLine($"{accessToken2} {idToken}");""")]
    public Task What_is_no_secret_or_not_all_of_one_is_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task A_helper_that_writes_is_followed() => Verify.CodeAsync("""
        using System;
        class C
        {
            void Done(string accessToken) => Say("Token " + {|OAUTH5001:accessToken|});
            void Say(string line) => Tell(line);
            void Tell(string line) => Console.WriteLine(line);
            void Keep(string accessToken) => Store(accessToken);
            void Store(string value) { }
        }
        """);

    [Fact]
    public Task A_method_that_the_compiler_makes_a_log_of_is_one() => Verify.CodeAsync("""
        using Microsoft.Extensions.Logging;
        static partial class Messages
        {
            [LoggerMessage(1, LogLevel.Warning, "Refreshed {Token}")] public static partial void Refreshed(this ILogger logger, string token);
            [LoggerMessage(2, LogLevel.Warning, "Failed {Error}")] public static partial void Failed(this ILogger logger, string error);
        }
        class C(ILogger logger)
        {
            void M(string accessToken, string error)
            {
                logger.Refreshed({|OAUTH5001:accessToken|});
                logger.Failed(error);
            }
        }
        """);

    [Fact]
    public Task The_texts_of_a_program_are_named_after_what_they_speak_of() => Verify.CodeAsync("""
        using System;
        class Global { public static object ResourceManager => null; public static string BadIdToken => ""; public static string UnknownClientSecret => ""; }
        class C
        {
            void M(string id)
            {
                Console.WriteLine(Global.BadIdToken);
                throw new InvalidOperationException(string.Format(Global.UnknownClientSecret, id));
            }
        }
        """);

    [Fact]
    public async Task What_an_API_answers_weighs_less() => Assert.Equal(
        ["info OAUTH5001 JsonSerializer.Serialize(token)"],
        await Findings.InCodeAsync("""class AccountController { ActionResult Login() { var token = _service.IssueToken(); return Content(JsonSerializer.Serialize(token), "application/json"); } void M(string redirectUri) { } }"""));

    [Fact]
    public Task Tests_may_print_their_tokens() => Verify.CodeAsync("""
        using System;
        using Xunit;
        class C
        {
            void M(string accessToken) => Console.WriteLine(accessToken);
        }
        """);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH5001 // This tool prints a token for its user.
        Console.WriteLine(accessToken);
        #pragma warning restore OAUTH5001
        """));

    [Fact]
    public Task The_fix_writes_whether_there_is_a_token() => Verify.CodeFixAsync<OAuthCodeAnalyzer, WritePresenceCodeFixProvider>(
        """
        using System;
        class C
        {
            string? AccessToken { get; set; }
            void M(C? result, string refreshToken)
            {
                Console.WriteLine({|OAUTH5001:refreshToken|});
                Console.WriteLine("Token: " + {|OAUTH5001:refreshToken|});
                Console.WriteLine($"Token: {{|OAUTH5001:result?.AccessToken|} ?? "none"}");
                Console.WriteLine("Token: {0}", {|OAUTH5001:refreshToken|});
                throw new Exception({|OAUTH5001:refreshToken|});
            }
        }
        """,
        """
        using System;
        class C
        {
            string? AccessToken { get; set; }
            void M(C? result, string refreshToken)
            {
                Console.WriteLine((refreshToken is not null).ToString());
                Console.WriteLine("Token: " + (refreshToken is not null));
                Console.WriteLine($"Token: {result?.AccessToken is not null}");
                Console.WriteLine("Token: {0}", refreshToken is not null);
                throw new Exception((refreshToken is not null).ToString());
            }
        }
        """,
        iterations: 5);

    private static string InMethod(string statement) => $$"""
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        class C
        {
            async Task M(string accessToken, string clientSecret)
            {
        {{statement}}
            }
        }
        """;
}
