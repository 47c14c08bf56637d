using System.Text.Json;
using SdkGen.OAuth.Declaration;

namespace SdkGen.Cli.Verifying;

/// <summary>A member of the metadata that is not what it was when the document was kept.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Kind">Whether it is new, gone, or another.</param>
/// <param name="Kept">What it was: of a list, what it no longer has.</param>
/// <param name="Now">What it is: of a list, what it has besides.</param>
internal sealed record MemberChange(string Member, string Kind, string? Kept, string? Now)
{
    private const string WholeDocument = "(whole document)";

    /// <summary>What is compared with declarations beside what clients read.</summary>
    private static readonly HashSet<string> Compared = ["grant_types_supported", "response_types_supported", "response_modes_supported"];

    /// <summary>Whether clients or rules read it: endpoints, grants, client authentication, algorithms, PKCE, the issuer.</summary>
    public bool Matters => Member == WholeDocument || Compared.Contains(Member) || DiscoveryMember.All.Any(member => member.Name == Member);

    /// <summary>Compares two documents. The order of members, and of lists, means nothing.</summary>
    public static IReadOnlyList<MemberChange> Between(JsonElement kept, JsonElement now)
    {
        var (before, after) = (Members(kept), Members(now));
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Select(name => Between(name, before.TryGetValue(name, out var old) ? old : null, after.TryGetValue(name, out var current) ? current : null))
                .OfType<MemberChange>(),
        ];
    }

    /// <summary>What is to say of a kept document that is none.</summary>
    public static MemberChange Unreadable { get; } = new(WholeDocument, "unreadable", null, null);

    private static MemberChange? Between(string name, JsonElement? kept, JsonElement? now)
    {
        if (kept is null || now is null)
        {
            return new(name, kept is null ? "new" : "gone", Text(kept), Text(now));
        }

        if (kept.Value.ValueKind != JsonValueKind.Array || now.Value.ValueKind != JsonValueKind.Array)
        {
            return JsonElement.DeepEquals(kept.Value, now.Value) ? null : new(name, "changed", Text(kept), Text(now));
        }

        var (before, after) = (Items(kept.Value), Items(now.Value));
        var (gone, added) = (before.Except(after).ToList(), after.Except(before).ToList());
        return gone.Count == 0 && added.Count == 0 ? null : new(name, "changed", Joined(gone), Joined(added));
    }

    /// <summary>The members, with those of the endpoint aliases (RFC 8705 section 5) beside them.</summary>
    private static Dictionary<string, JsonElement> Members(JsonElement document)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in document.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object && DiscoveryMember.AliasPrefix == member.Name + ".")
            {
                foreach (var alias in member.Value.EnumerateObject())
                {
                    members[DiscoveryMember.AliasPrefix + alias.Name] = alias.Value;
                }
            }
            else
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }

    private static HashSet<string> Items(JsonElement list) => [.. list.EnumerateArray().Select(item => Text(item)!)];

    private static string? Joined(List<string> items) => items.Count == 0 ? null : string.Join(", ", items);

    private static string? Text(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } list => string.Join(", ", Items(list)),
        { } other => other.GetRawText(),
    };
}
