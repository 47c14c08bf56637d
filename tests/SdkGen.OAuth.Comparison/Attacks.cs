using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace SdkGen.OAuth.Comparison;

/// <summary>The attacks, one a row of the table. Each makes a provider that does wrong, and says what the library made of it.</summary>
internal static class Attacks
{
    private const string Silent = "no secret";

    public static IReadOnlyList<Attack> All { get; } =
    [
        new("an honest provider", "signs in", (run) => SignInAsync(run, new())),
        new("`iss` of the callback is another issuer (RFC 9207)", "refuses", run => SignInAsync(run, new(), query => query["iss"] = "https://attacker.example")),
        new("no `iss`, though the metadata announce it", "refuses", run => SignInAsync(run, new(), query => query.Remove("iss"))),
        new("`state` of the callback is another one", "refuses", run => SignInAsync(run, new(), query => query["state"] = "of-another-sign-in-0123456789")),
        new("the same callback a second time", "refuses", run => SignInAsync(run, new(), again: true)),
        new("`code` twice in the callback", "refuses", run => SignInAsync(run, new(), append: "&code=another")),
        new("an unsigned ID token (`alg: none`)", "refuses", run => SignInAsync(run, new() { IdToken = Unsigned })),
        new("an ID token that was changed after it was signed", "refuses", run => SignInAsync(run, new() { IdToken = Changed })),
        new("an ID token signed with HS256 by the client secret", "refuses", run => SignInAsync(run, new() { IdToken = Symmetric })),
        new("an ID token for another client (`aud`)", "refuses", run => SignInAsync(run, new() { Claims = claims => claims["aud"] = "somebody-else" })),
        new("an ID token of another issuer (`iss`)", "refuses", run => SignInAsync(run, new() { Claims = claims => claims["iss"] = "https://attacker.example" })),
        new("an ID token that has expired", "refuses", run => SignInAsync(run, new() { Claims = Expired })),
        new("an ID token with the nonce of another sign-in", "refuses", run => SignInAsync(run, new() { Claims = claims => claims["nonce"] = "of-another-sign-in" })),
        new("an ID token without a nonce", "refuses", run => SignInAsync(run, new() { Claims = claims => claims.Remove("nonce") })),
        new("metadata of another issuer", "refuses", run => SignInAsync(run, new() { Metadata = metadata => metadata["issuer"] = "https://attacker.example" })),
        new("metadata that name no PKCE method", "S256", run => ChallengeAsync(run, metadata => metadata.Remove("code_challenge_methods_supported"))),
        new("metadata that name only `plain`", "S256 or refuses", run => ChallengeAsync(run, metadata => metadata["code_challenge_methods_supported"] = new JsonArray("plain"))),
        new("the token endpoint redirects to another host (307)", "refuses", RedirectAsync),
        new("50 callers at once ask for a machine's token, of which there is none yet", "1 request", StampedeAsync),
        new("`expires_in` as a text, `\"300\"`", "300 s", run => LifeAsync(run, reply => reply["expires_in"] = "300")),
        new("no `expires_in`", "unknown", run => LifeAsync(run, reply => reply.Remove("expires_in"))),
        new("`expires_in` is `\"soon\"`", "refuses", run => LifeAsync(run, reply => reply["expires_in"] = "soon")),
        new("`token_type` is `mac`", "refuses", run => LifeAsync(run, reply => reply["token_type"] = "mac")),
        new("HTTP 200 with `error` beside a token", "refuses", run => LifeAsync(run, reply => reply["error"] = "invalid_grant")),
        new("a token reply of 32 MB", "refuses", run => LifeAsync(run, reply => reply["padding"] = new string('x', 32 * 1024 * 1024))),
        new("an error reply that repeats code, secret and verifier: what the library's error says", "no secret", ErrorTextAsync),
        new("the log of a sign-in and of a machine's token, at the level Trace", "no secret", LogAsync),
    ];

    private static async Task<string> SignInAsync(
        Run run, Scenario scenario, Action<System.Collections.Specialized.NameValueCollection>? forge = null, bool again = false, string append = "")
    {
        await using var client = run.Create(scenario);
        if (again && !client.TakesCallbacksTwice)
        {
            return "n/a: asks for one callback";
        }

        return await run.OutcomeAsync(async () =>
        {
            await client.SignInAsync(
                start =>
                {
                    var callback = HostileProvider.Callback(scenario, start);
                    var query = HttpUtility.ParseQueryString(callback.Query);
                    forge?.Invoke(query);
                    return new($"{callback.GetLeftPart(UriPartial.Path)}?{query}{append}");
                },
                again);
            return forge is null && !again && append.Length == 0 && scenario is { Claims: null, IdToken: null, Metadata: null } ? "signs in" : "accepts";
        });
    }

    private static async Task<string> ChallengeAsync(Run run, Action<JsonObject> metadata)
    {
        var scenario = new Scenario { Metadata = metadata };
        await using var client = run.Create(scenario);
        return await run.OutcomeAsync(async () =>
        {
            await client.SignInAsync(start => HostileProvider.Callback(scenario, start));
            return scenario.ChallengeMethod ?? "sends no challenge";
        });
    }

    private static async Task<string> RedirectAsync(Run run)
    {
        var scenario = new Scenario { RedirectsTokenRequests = true };
        await using var client = run.Create(scenario);
        var outcome = await run.OutcomeAsync(async () =>
        {
            await client.SignInAsync(start => HostileProvider.Callback(scenario, start));
            return "accepts";
        });
        return scenario.CredentialWasRedirected ? "sends code and verifier there" : outcome;
    }

    private static async Task<string> StampedeAsync(Run run)
    {
        var scenario = new Scenario { Delay = TimeSpan.FromMilliseconds(300) };
        await using var client = run.Create(scenario);
        return await run.OutcomeAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(client.GetMachineTokenAsync)));
            var requests = scenario.TokenRequests == 1 ? "1 request" : $"{scenario.TokenRequests} requests";
            return client.KeepsMachineTokens ? requests : $"n/a: keeps no token ({requests})";
        });
    }

    private static async Task<string> LifeAsync(Run run, Action<JsonObject> change)
    {
        await using var client = run.Create(new() { Reply = change });
        return await run.OutcomeAsync(async () => await client.GetMachineTokenAsync() switch
        {
            null => "unknown",
            { TotalSeconds: < 1 } => "0 s, so expired",
            { } life => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(life.TotalSeconds / 10) * 10} s"),
        });
    }

    private static async Task<string> ErrorTextAsync(Run run)
    {
        var scenario = new Scenario
        {
            RawReply = asked => (400, "application/json", new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "You sent: " + asked }.ToJsonString()),
        };
        await using var client = run.Create(scenario);
        try
        {
            await client.SignInAsync(start => HostileProvider.Callback(scenario, start));
            return "accepts";
        }
        catch (Exception exception)
        {
            return Told(exception.ToString(), scenario);
        }
    }

    private static async Task<string> LogAsync(Run run)
    {
        var scenario = new Scenario();
        await using var client = run.Create(scenario);
        await client.SignInAsync(start => HostileProvider.Callback(scenario, start));
        await client.GetMachineTokenAsync();

        // Each at the highest level that tells it.
        var (told, found) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var level in run.Log.Levels)
        {
            var more = Find(run.Log.At(level), scenario).Where(told.Add).ToList();
            if (more.Count > 0)
            {
                found.Add($"{string.Join(", ", more)} at {level}");
            }
        }

        return found.Count == 0 ? Silent : "tells " + string.Join("; ", found);
    }

    private static string Told(string text, Scenario scenario) =>
        Find(text, scenario) is { Count: > 0 } told ? "tells " + string.Join(", ", told) : Silent;

    /// <summary>Which of the things that nobody else may see are in a text.</summary>
    private static SortedSet<string> Find(string text, Scenario scenario) => new(
        scenario.Secrets.Append(HostileProvider.ClientSecret).Where(secret => text.Contains(secret, StringComparison.Ordinal)).Select(secret =>
            secret == HostileProvider.ClientSecret ? "secret"
            : secret.StartsWith("code-", StringComparison.Ordinal) ? "code"
            : secret.StartsWith("at-", StringComparison.Ordinal) ? "token"
            : "verifier"),
        StringComparer.Ordinal);

    private static string Unsigned(string token) => Base64Url.EncodeToString("""{"alg":"none"}"""u8) + "." + token.Split('.')[1] + ".";

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var claims = JsonSerializer.Deserialize<JsonObject>(Base64Url.DecodeFromChars(parts[1]))!;
        claims["sub"] = "admin";
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.{parts[2]}";
    }

    private static string Symmetric(string token)
    {
        var signed = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8) + "." + token.Split('.')[1];
        return signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(HostileProvider.ClientSecret), Encoding.ASCII.GetBytes(signed)));
    }

    private static void Expired(Dictionary<string, object> claims)
    {
        claims["iat"] = (long)claims["iat"] - 7200;
        claims["exp"] = (long)claims["exp"] - 7200;
    }
}
