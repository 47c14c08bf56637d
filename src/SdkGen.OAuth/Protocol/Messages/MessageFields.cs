namespace SdkGen.OAuth.Protocol;

/// <summary>The fields of a message that is being written, in order; a name may occur more than once.</summary>
internal sealed class MessageFields
{
    private readonly List<KeyValuePair<string, string>> _items;

    public MessageFields() => _items = new(12);

    /// <summary>Makes a copy.</summary>
    public MessageFields(MessageFields fields) => _items = [.. fields._items];

    public int Count => _items.Count;

    public KeyValuePair<string, string> this[int index] => _items[index];

    public void Add(string name, string value) => _items.Add(new(name, value));

    public void AddIfAny(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _items.Add(new(name, value));
        }
    }

    public void AddAll(string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Add(name, values[i]);
        }
    }

    public void AddAll(OAuthParameters parameters) => _items.AddRange(parameters.Items);

    /// <summary>The first value of a name.</summary>
    public string? Find(string name)
    {
        foreach (var item in _items)
        {
            if (item.Key == name)
            {
                return item.Value;
            }
        }

        return null;
    }

    /// <summary>All values of a name.</summary>
    public List<string> FindAll(string name) => [.. _items.Where(item => item.Key == name).Select(item => item.Value)];

    public void Set(string name, string value)
    {
        Remove(name);
        Add(name, value);
    }

    public void Remove(string name) => _items.RemoveAll(item => item.Key == name);

    public void Rename(string name, string newName)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i].Key == name)
            {
                _items[i] = new(newName, _items[i].Value);
            }
        }
    }

    /// <summary>Moves every field of a name elsewhere.</summary>
    public void MoveTo(string name, string newName, MessageFields target)
    {
        foreach (var item in _items)
        {
            if (item.Key == name)
            {
                target.Add(newName, item.Value);
            }
        }

        Remove(name);
    }

    public List<KeyValuePair<string, string>>.Enumerator GetEnumerator() => _items.GetEnumerator();
}
