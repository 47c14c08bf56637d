using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.Requests;

namespace SdkGen.Benchmarks.Groups;

/// <summary>A token request.</summary>
internal static class RequestGroup
{
    public static Task<Section> RunAsync(Runner runner)
    {
        var measured = runner.Of<TokenRequests>();
        var (ours, refit, raw) = (
            measured.Of(nameof(TokenRequests.SdkGen)), measured.Of(nameof(TokenRequests.BareRefit)), measured.Of(nameof(TokenRequests.RawHttpClient)));
        var libraries = new[] { nameof(TokenRequests.IdentityModel), nameof(TokenRequests.Msal), nameof(TokenRequests.OpenIddict) }.Select(name => measured.Of(name)).ToList();
        return Task.FromResult(new Section(
            "A token request",
            $"""
            The client credentials grant against a token endpoint in memory, which reads the form and answers at once: what is left is the library's own
            work. Nobody keeps the token; MSAL is told to pass its cache over.

            {Table.OfMethods(
                measured,
                nameof(TokenRequests.RawHttpClient),
                (nameof(TokenRequests.RawHttpClient), "HttpClient and System.Text.Json"),
                (nameof(TokenRequests.BareRefit), "Refit, a bare interface"),
                (nameof(TokenRequests.SdkGen), "**SdkGen**"),
                (nameof(TokenRequests.IdentityModel), "IdentityModel"),
                (nameof(TokenRequests.Msal), "MSAL"),
                (nameof(TokenRequests.OpenIddict), "OpenIddict.Client"))}
            SdkGen sends through Refit, and what it does beyond a bare interface is: a time limit of its own over the whole exchange, a bound on the size
            of the reply, the check that nobody followed a redirect, JSON in which no member is stated twice, an error looked for before a token,
            and the measuring and tracing that a listener can switch on. Refit alone is over the limit of memory that was aimed at.
            """,
            [
                new(
                    "A token request takes at most 5 % longer than bare Refit",
                    $"{Table.Ratio(ours.Nanoseconds / refit.Nanoseconds)} times its time",
                    ours.Nanoseconds <= refit.Nanoseconds * 1.05),
                new(
                    "It takes at most 25 % more memory than HttpClient by hand",
                    $"{Table.Bytes(ours.Bytes)}, {Table.Ratio(ours.Bytes / raw.Bytes)} times; bare Refit {Table.Ratio(refit.Bytes / raw.Bytes)} times",
                    ours.Bytes <= raw.Bytes * 1.25),
                new(
                    "It takes less of both than every library",
                    string.Join(", ", libraries.Select(other => $"{other.Method} {Table.Ratio(other.Nanoseconds / ours.Nanoseconds)} and {Table.Ratio(other.Bytes / ours.Bytes)} times ours")),
                    libraries.TrueForAll(other => other.Nanoseconds > ours.Nanoseconds && other.Bytes > ours.Bytes)),
            ]));
    }
}
