using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Cases;

/// <summary>
/// Looks for repeated reports through the partial indexes of open cases: by the object of the address register, and by a box around the point that is then
/// cut to the circle. Distances are plane ones, good to a metre in a city.
/// </summary>
internal static class NearbySql
{
    private const double MetresPerDegree = 111_195;
    private const string Open = "status not in ('answered', 'closed')";
    private const string Columns = "id, number, received_at, latitude, longitude";

    internal const string AtObject = $"""
        select {Columns} from cases
        where object_id = @GarObject and object_id is not null and subject = @Subject and {Open} and received_at between @Since and @Until and id <> @Self
        order by received_at desc limit @Limit
        """;

    internal const string Around = $"""
        select {Columns} from cases
        where subject = @Subject and latitude between @south and @north and latitude is not null and {Open}
            and received_at between @Since and @Until and longitude between @west and @east and id <> @Self
            and (latitude - @latitude) * @perUnit * ((latitude - @latitude) * @perUnit) + (longitude - @longitude) * @perUnitEast * ((longitude - @longitude) * @perUnitEast) <= @square
        order by received_at desc limit @Limit
        """;

    /// <summary>Degrees as they are stored.</summary>
    public static long Millionths(double degrees) => (long)Math.Round(degrees * 1_000_000);

    public static async Task<IReadOnlyList<NearbyRow>> FindAsync(HubSession session, NearbyQuery query, CancellationToken cancellation)
    {
        List<NearbyRow> found = [];
        if (query.GarObject is not null)
        {
            found.AddRange(await session.QueryAsync(AtObject, query, row => Read(row, null), cancellation));
        }

        if (query is { Latitude: { } latitude, Longitude: { } longitude })
        {
            var circle = Circle.Around(query, latitude, longitude);
            found.AddRange(await session.QueryAsync(Around, circle, row => Read(row, circle), cancellation));
        }

        return [.. found.DistinctBy(row => row.Id).OrderByDescending(row => row.ReceivedAt).Take(query.Limit)];
    }

    private static NearbyRow Read(RowCursor row, Circle? circle)
    {
        var (id, number, received) = (row.Id<Domain.Ids.CaseId>(), row.Text(), row.Instant());
        return new(id, number, received, circle is null ? 0 : circle.DistanceTo(row.Long(), row.Long()));
    }

    /// <summary>The arguments of the question; names are those of the statement.</summary>
    internal sealed record Circle(
        Domain.Ids.CaseId Self,
        string Subject,
        DateTimeOffset Since,
        DateTimeOffset Until,
        int Limit,
        long latitude,
        long longitude,
        long south,
        long north,
        long west,
        long east,
        double perUnit,
        double perUnitEast,
        double square)
    {
        public static Circle Around(NearbyQuery query, double latitude, double longitude)
        {
            var north = MetresPerDegree / 1_000_000;

            // Never zero, or the box would be infinitely wide at the poles.
            var east = north * Math.Max(0.01, Math.Cos(latitude * Math.PI / 180));
            var (lat, lon) = (Millionths(latitude), Millionths(longitude));
            var (high, wide) = ((long)Math.Ceiling(query.Metres / north), (long)Math.Ceiling(query.Metres / east));
            return new(
                query.Self, query.Subject, query.Since, query.Until, query.Limit, lat, lon, lat - high, lat + high, lon - wide, lon + wide, north, east, (double)query.Metres * query.Metres);
        }

        public double DistanceTo(long otherLatitude, long otherLongitude) =>
            Math.Sqrt(Math.Pow((otherLatitude - latitude) * perUnit, 2) + Math.Pow((otherLongitude - longitude) * perUnitEast, 2));
    }
}
