using System.Text;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Declaration;

/// <summary>What a listed value of a variable is called in C#.</summary>
internal static class EnumMembers
{
    /// <summary>The name of the enum's member: <c>us-east</c> becomes <c>UsEast</c>.</summary>
    public static string Of(string value)
    {
        var name = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            name.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return VariableNames.Property(name.ToString());
    }
}
