using System.Linq;
using Gen;

namespace PredatorPrey;

/// <summary>Pelts of hares and lynxes that were sold to the Hudson's Bay Company from 1900 to 1920, in thousands: a measure of how many lived.</summary>
/// <remarks>
/// C. G. Hewitt (1921), The conservation of the wild life of Canada; as given by P. Howard (2009), Modeling basics, and in posteriordb's data
/// <c>hudson_lynx_hare</c>.
/// </remarks>
public static class Pelts
{
    public static Dim Species => ["hares", "lynxes"];

    public static Vector Years => Enumerable.Range(1900, 21).Select(year => (double)year).ToArray();

    /// <summary>A row per year and a column per species.</summary>
    public static Matrix Sold => new double[,]
    {
        { 30, 4 }, { 47.2, 6.1 }, { 70.2, 9.8 }, { 77.4, 35.2 }, { 36.3, 59.4 }, { 20.6, 41.7 }, { 18.1, 19 },
        { 21.4, 13 }, { 22, 8.3 }, { 25.4, 9.1 }, { 27.1, 7.4 }, { 40.3, 8 }, { 57, 12.3 }, { 76.6, 19.5 },
        { 52.3, 45.7 }, { 19.5, 51.1 }, { 11.2, 29.7 }, { 7.6, 15.8 }, { 14.6, 9.7 }, { 16.2, 10.1 }, { 24.7, 8.6 },
    };
}
