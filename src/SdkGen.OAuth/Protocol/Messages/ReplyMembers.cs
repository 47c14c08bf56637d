using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// The members of a reply by their registered names, each asked for once. When all that are there have been found, nothing is looked for any
/// more: most replies have three.
/// </summary>
internal struct ReplyMembers(MessagePlan plan, JsonElement reply)
{
    private int _left = plan.MovesMembers || reply.ValueKind != JsonValueKind.Object ? int.MaxValue : reply.GetPropertyCount();

    public JsonElement? Take(string name)
    {
        if (_left == 0)
        {
            return null;
        }

        var member = ReplyReader.Member(plan, reply, name);
        if (member is not null)
        {
            _left--;
        }

        return member;
    }
}
