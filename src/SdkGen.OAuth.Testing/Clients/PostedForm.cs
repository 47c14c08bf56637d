using System.Net;
using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Testing.Clients;

/// <summary>The page that posts itself to the application (OAuth 2.0 Form Post Response Mode).</summary>
internal static partial class PostedForm
{
    /// <summary>The request that a browser with JavaScript makes of the page; <see langword="null"/> if it has no form.</summary>
    public static HttpRequestMessage? TryRead(string page)
    {
        if (Form().Match(page) is not { Success: true } form)
        {
            return null;
        }

        var fields = Input().Matches(page).Select(input => KeyValuePair.Create(Decode(input, "name"), Decode(input, "value")));
        return new(HttpMethod.Post, Decode(form, "action")) { Content = new FormUrlEncodedContent(fields) };
    }

    private static string Decode(Match match, string group) => WebUtility.HtmlDecode(match.Groups[group].Value);

    [GeneratedRegex("<form[^>]*\\baction=\"(?<action>[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*\\bname=\"(?<name>[^\"]*)\"[^>]*\\bvalue=\"(?<value>[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Input();
}
